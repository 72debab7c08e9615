/** What checks answered, with the evidence, kept for a configured time. Checks in a row with the same answer share an entry. */
@NullMarked
package io.keyward.validation.history;

import org.jspecify.annotations.NullMarked;
