/**
 * The project's keys as clusters need them: by which key one is admitted, what it is called, what is left when one leaves it.
 */
@NullMarked
package io.keyward.config.cluster.key;

import org.jspecify.annotations.NullMarked;
