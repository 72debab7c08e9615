/**
 * How organisations begin: with somebody to write to and a credential that owns them. The first one comes from configuration, at first start;
 * operators make the others.
 */
@NullMarked
package io.keyward.config.founding;

import org.jspecify.annotations.NullMarked;
