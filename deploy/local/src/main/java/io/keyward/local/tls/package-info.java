/**
 * The certificates of the gateway: an authority of this stack's own, made at its first start, and the server certificate that it issues and
 * that every start looks after. Private keys stay in their folder; the authority's certificate is all that clients need.
 */
@NullMarked
package io.keyward.local.tls;

import org.jspecify.annotations.NullMarked;
