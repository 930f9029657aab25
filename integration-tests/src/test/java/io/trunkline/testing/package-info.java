/** What the integration tests share: a broker, records, small models. */
@NullMarked
package io.trunkline.testing;

import org.jspecify.annotations.NullMarked;
