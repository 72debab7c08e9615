/**
 * Who may call, and what is known of them: API keys, service accounts and drivers as their owner describes them, with their roles and the
 * addresses they may call from. {@link io.keyward.access.principal.Principals} is the one question that authentication asks.
 */
@NullMarked
package io.keyward.access.principal;

import org.jspecify.annotations.NullMarked;
