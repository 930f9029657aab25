/** Models as ONNX files, for other engines. */
@NullMarked
package io.trunkline.model.onnx;

import org.jspecify.annotations.NullMarked;
