package io.keyward.config.cluster.rollback;

import io.keyward.config.Tenants;
import io.keyward.config.cluster.store.RollbackStore;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Sweeps at a time that a test chooses, and the halves of one. */
public final class Sweeps {
    private static final int MANY = 100;

    private Sweeps() {}

    public static void at(Instant now) {
        Tenants.run(() -> Arc.container().instance(RollbackSweep.class).get().sweep(now));
    }

    /** What nobody else has, taken under a token of its own. */
    public static List<String> claimed(Instant now) {
        return Tenants.run(() -> store().claimDue(UUID.randomUUID(), now, MANY));
    }

    /** Takes what is due; answers the token under which that cluster is among it. */
    public static String claim(String clusterId, Instant now) {
        UUID token = UUID.randomUUID();
        if (!Tenants.run(() -> store().claimDue(token, now, MANY)).contains(clusterId)) {
            throw new IllegalStateException(clusterId + " is not due");
        }
        return token.toString();
    }

    public static void undo(String clusterId, String token, Instant now) {
        Tenants.run(() -> store().undo(clusterId, UUID.fromString(token), now));
    }

    private static RollbackStore store() {
        return Arc.container().instance(RollbackStore.class).get();
    }
}
