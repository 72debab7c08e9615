/** What people can be told of: the types of alerts, what one is about, what it says, and whether it holds. Values alone; what is so is decided in {@code rules}. */
@NullMarked
package io.keyward.validation.alert.condition;

import org.jspecify.annotations.NullMarked;
