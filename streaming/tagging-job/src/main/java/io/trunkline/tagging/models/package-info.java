/** Which model serves: the one the job starts with, and those announced while it runs. */
@NullMarked
package io.trunkline.tagging.models;

import org.jspecify.annotations.NullMarked;
