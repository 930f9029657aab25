/** The trunk and its heads: the one door to Deeplearning4j and ND4J. */
@NullMarked
package io.trunkline.model.network;

import org.jspecify.annotations.NullMarked;
