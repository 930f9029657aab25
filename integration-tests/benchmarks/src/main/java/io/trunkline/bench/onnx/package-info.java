/** Our models in ONNX Runtime. */
@NullMarked
package io.trunkline.bench.onnx;

import org.jspecify.annotations.NullMarked;
