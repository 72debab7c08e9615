/**
 * Regions in which an endpoint was admitted that nothing was heard of yet. They keep their key use for it, and not for ever: an admission that led to
 * no endpoint is forgotten after a while.
 */
@NullMarked
package io.keyward.config.encryption.admitted;

import org.jspecify.annotations.NullMarked;
