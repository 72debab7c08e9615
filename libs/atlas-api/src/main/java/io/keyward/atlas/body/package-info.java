/**
 * Reading what was sent: no more of it than the limit, as strict JSON, with an explanation that names the place of what is wrong and
 * never repeats the value found there, which may be a secret.
 */
@NullMarked
package io.keyward.atlas.body;

import org.jspecify.annotations.NullMarked;
