package io.keyward.simulator.google.control;

import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.google.world.CryptoKey;
import io.keyward.simulator.google.world.CryptoKey.Outage;
import io.keyward.simulator.google.world.CryptoKey.Protection;
import io.keyward.simulator.google.world.CryptoKey.Purpose;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.KeyVersion;
import io.keyward.simulator.google.world.KeyVersion.State;
import io.keyward.simulator.google.world.VersionName;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Control over keys: makes them at once, and does to their versions what no call of the API does. */
public final class KeyControl {

    /**
     * A key with one version.
     *
     * @param users who may use it and look at it, as members of policies
     */
    record NewKey(
            String name,
            @Nullable Purpose purpose,
            @Nullable Protection protection,
            List<String> users) {
        NewKey {
            Objects.requireNonNull(name, "name is missing");
            users = List.copyOf(Objects.requireNonNull(users, "users are missing"));
        }
    }

    /**
     * @param version its whole name; it gets the state at once and keeps it until it gets another
     * @param reimportEligible of a version that is destroyed: whether its material had been imported; not, unless it is said
     */
    record WantedState(
            String version, State state, @Nullable Boolean reimportEligible) {
        WantedState {
            Objects.requireNonNull(version, "version is missing");
            switch (Objects.requireNonNull(state, "state is missing")) {
                case ENABLED,
                        DESTROYED,
                        PENDING_GENERATION,
                        PENDING_IMPORT,
                        IMPORT_FAILED,
                        GENERATION_FAILED,
                        PENDING_EXTERNAL_DESTRUCTION,
                        EXTERNAL_DESTRUCTION_FAILED -> {}
                case DISABLED, DESTROY_SCHEDULED ->
                    throw new IllegalArgumentException(
                            "a customer brings a version to " + state + " by a call of Cloud KMS");
            }
        }
    }

    /** @param outage null ends it */
    record WantedOutage(String key, @Nullable Outage outage) {
        WantedOutage {
            Objects.requireNonNull(key, "key is missing");
        }
    }

    private final GoogleWorld world;
    private final KeyPlanter planter;
    private final InstantSource clock;

    /** @param clock the simulated time */
    public KeyControl(GoogleWorld world, KeyPlanter planter, InstantSource clock) {
        this.world = world;
        this.planter = planter;
        this.clock = clock;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.POST, "/google/keys", this::create);
        routes.on(HttpMethod.PUT, "/google/version-states", this::putState);
        routes.on(HttpMethod.PUT, "/google/outages", this::putOutage);
    }

    private Object create(RoutingContext request) {
        NewKey wanted = ControlRoutes.body(request, NewKey.class);
        CryptoKey key = planter.plant(
                KeyName.parse(wanted.name()),
                Objects.requireNonNullElse(wanted.purpose(), Purpose.ENCRYPT_DECRYPT),
                Objects.requireNonNullElse(wanted.protection(), Protection.SOFTWARE),
                wanted.users(),
                clock.instant());
        return Map.of("key", key.name(), "version", key.name().version(1));
    }

    private Object putState(RoutingContext request) {
        WantedState wanted = ControlRoutes.body(request, WantedState.class);
        String name = VersionName.parse(wanted.version()).toString();
        KeyVersion version = world.versions()
                .find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no version " + name));
        if (version.state() == State.DESTROYED) {
            throw new IllegalArgumentException("nothing brings back what is destroyed");
        }
        world.keep(wanted.state() == State.DESTROYED ? destroyed(version, wanted) : version.with(wanted.state()));
        return wanted;
    }

    private KeyVersion destroyed(KeyVersion version, WantedState wanted) {
        KeyVersion destroyed = version.destroyed(clock.instant());
        return Boolean.TRUE.equals(wanted.reimportEligible()) ? destroyed.eligible() : destroyed;
    }

    private Object putOutage(RoutingContext request) {
        WantedOutage wanted = ControlRoutes.body(request, WantedOutage.class);
        CryptoKey key = world.keys()
                .find(wanted.key())
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + wanted.key()));
        if (!key.shape().protection().external()) {
            throw new IllegalArgumentException("the key has no external key manager");
        }
        world.keep(key.withOutage(wanted.outage()));
        return wanted;
    }
}
