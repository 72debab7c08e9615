/**
 * Records what checks answered. A result counts only while its lease and the configuration it was made for hold. Results that change nothing are
 * recorded together in one statement; one that changes something has a transaction of its own with everything that follows from it.
 */
@NullMarked
package io.keyward.validation.recording;

import org.jspecify.annotations.NullMarked;
