/**
 * Which projects there are and which alerts each of them has. Every project gets the whole set of default configurations as soon as anything is known of
 * it; they cannot be changed yet.
 */
@NullMarked
package io.keyward.validation.alert.setup;

import org.jspecify.annotations.NullMarked;
