/**
 * Where every request is stopped until it is known whose it is. The order: authentication (401), the access list (403), whether the
 * organisation or project exists for the caller (404); then, elsewhere, the version, the body; then the role (403). Closed unless said
 * otherwise: a resource that forgets to ask is refused, or keeps the service from starting.
 */
@NullMarked
package io.keyward.access.gate;

import org.jspecify.annotations.NullMarked;
