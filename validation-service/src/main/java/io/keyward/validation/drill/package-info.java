/**
 * What taking a key away would do: when it would be noticed, which clusters would stop, who would be told what, and how all of it would end. Found with the
 * very rules that decide when it happens, from the project as it is. Nothing is written, sent or called.
 */
@NullMarked
package io.keyward.validation.drill;

import org.jspecify.annotations.NullMarked;
