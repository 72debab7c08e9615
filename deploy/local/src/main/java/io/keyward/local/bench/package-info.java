/** Measures a stack of its own: how long what people wait for takes, beside something that anybody can compare it with. */
@NullMarked
package io.keyward.local.bench;

import org.jspecify.annotations.NullMarked;
