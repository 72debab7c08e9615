/**
 * {@code ./keyward chaos}: a stack of its own in which a service is killed again and again while people and clouds do what they do. {@link
 * io.keyward.local.chaos.Chaos} kills and starts, a {@link io.keyward.local.chaos.Drill} for each service knows what to do meanwhile, and what has to be true in
 * the end.
 */
@NullMarked
package io.keyward.local.chaos;

import org.jspecify.annotations.NullMarked;
