/** Seals again what a former key of ours sealed, so that it may go. */
@NullMarked
package io.keyward.validation.sealing;

import org.jspecify.annotations.NullMarked;
