package io.keyward.simulator.azure.vault.key;

import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.azure.world.vault.Vault;
import java.time.Instant;

/** An operation that its caller may carry out, and is about to. */
public record VaultCall(Vault vault, VaultRequest request, Body body, Instant now) {}
