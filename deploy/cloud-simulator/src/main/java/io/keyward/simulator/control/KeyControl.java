package io.keyward.simulator.control;

import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Objects;

/** Control over what befalls keys without anybody's doing: AWS replicates them, and custom key stores lose their connection. */
public final class KeyControl {

    /** @param key ARN of the key, which gets the state at once and keeps it until it gets another */
    record Wanted(String key, KmsKey.State state) {
        public Wanted {
            Objects.requireNonNull(key, "key is missing");
            switch (Objects.requireNonNull(state, "state is missing")) {
                case Enabled, Creating, Updating, Unavailable -> {}
                case Disabled, PendingDeletion, PendingReplicaDeletion, PendingImport ->
                    throw new IllegalArgumentException("a customer brings a key to " + state + " by a call of KMS");
            }
        }
    }

    private final World world;

    public KeyControl(World world) {
        this.world = world;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.PUT, "/key-states", this::put);
    }

    private Object put(RoutingContext request) {
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        KmsKey key = world.keys()
                .find(wanted.key())
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + wanted.key()));
        world.keep(key.with(KmsKey.Status.of(wanted.state())));
        return wanted;
    }
}
