package io.keyward.access.gate;

import io.keyward.access.principal.Principal;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Somebody has authenticated.
 *
 * @param again the same principal as its owner knows it at this moment, past every memory; empty when it is gone
 */
record Proof(Principal principal, Supplier<Uni<Optional<Principal>>> again) {}
