/**
 * What operators have to know of the installation itself: that the guard holds, that our own credentials fail, that a provider answers what no rule knows.
 * One open alert of each type, told by event, by gauge and through the operators' own channels; no project sees any of it.
 */
@NullMarked
package io.keyward.validation.operator;

import org.jspecify.annotations.NullMarked;
