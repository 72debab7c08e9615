package io.keyward.simulator.google.control;

import io.keyward.simulator.control.ControlRoutes;
import io.keyward.simulator.google.token.AccountKey;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import io.keyward.simulator.google.world.ServiceAccount.State;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Control over service accounts and their keys. */
public final class AccountControl {

    /** @param state {@code ENABLED} or {@code DISABLED} */
    record Wanted(State state) {
        Wanted {
            if (Objects.requireNonNull(state, "state is missing") == State.DELETED) {
                throw new IllegalArgumentException("a service account is deleted by DELETE");
            }
        }
    }

    record WantedKey(Boolean enabled) {
        WantedKey {
            Objects.requireNonNull(enabled, "enabled is missing");
        }
    }

    private static final int ID_BITS = 66;

    private final GoogleWorld world;
    private final SecureRandom random = new SecureRandom();

    public AccountControl(GoogleWorld world) {
        this.world = world;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.PUT, "/google/service-accounts/:email", this::put);
        routes.on(HttpMethod.DELETE, "/google/service-accounts/:email", this::delete);
        routes.on(HttpMethod.POST, "/google/service-accounts/:email/keys", this::addKey);
        routes.on(HttpMethod.PUT, "/google/service-accounts/:email/keys/:id", this::putKey);
        routes.on(HttpMethod.DELETE, "/google/service-accounts/:email/keys/:id", this::deleteKey);
    }

    /** Makes an account that is not there, or is not any more; the latter as another one. */
    private Object put(RoutingContext request) {
        State state = ControlRoutes.body(request, Wanted.class).state();
        String email = request.pathParam("email");
        ServiceAccount account = world.account(email)
                .orElseGet(() -> new ServiceAccount(email, uniqueId(), state, Map.of()))
                .with(state);
        return kept(account);
    }

    private Object delete(RoutingContext request) {
        return kept(account(request).with(State.DELETED));
    }

    /** Answers with the key file. */
    private Object addKey(RoutingContext request) {
        ServiceAccount account = account(request);
        AccountKey key = AccountKey.made();
        kept(account.withKey(key.id(), new ServiceAccount.Key(key.publicKey(), true)));
        return Map.of("id", key.id(), "keyFile", key.file(account.email(), account.uniqueId()));
    }

    private Object putKey(RoutingContext request) {
        boolean enabled = ControlRoutes.body(request, WantedKey.class).enabled();
        ServiceAccount account = account(request);
        String id = request.pathParam("id");
        ServiceAccount.Key key = Optional.ofNullable(account.keys().get(id))
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + id));
        return kept(account.withKey(id, new ServiceAccount.Key(key.publicKey(), enabled)));
    }

    private Object deleteKey(RoutingContext request) {
        return kept(account(request).withoutKey(request.pathParam("id")));
    }

    private ServiceAccount account(RoutingContext request) {
        String email = request.pathParam("email");
        return world.account(email)
                .orElseThrow(() -> new IllegalArgumentException("there is no service account " + email));
    }

    private Object kept(ServiceAccount account) {
        world.accounts().put(account.email(), account);
        Map<String, Boolean> keys = new LinkedHashMap<>();
        account.keys().forEach((id, key) -> keys.put(id, key.enabled()));
        return Map.of("email", account.email(), "uniqueId", account.uniqueId(), "state", account.state(), "keys", keys);
    }

    private String uniqueId() {
        return "1" + new BigInteger(ID_BITS, random);
    }
}
