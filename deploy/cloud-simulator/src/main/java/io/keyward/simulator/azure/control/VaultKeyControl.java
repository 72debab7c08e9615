package io.keyward.simulator.azure.control;

import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.vault.KeyVersion;
import io.keyward.simulator.azure.world.vault.KeyVersion.Attributes;
import io.keyward.simulator.azure.world.vault.KeyVersion.Shape;
import io.keyward.simulator.azure.world.vault.Vault;
import io.keyward.simulator.azure.world.vault.VaultKey;
import io.keyward.simulator.control.ControlRoutes;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keys: making them in one request, and everything that ends their being usable. */
public final class VaultKeyControl {

    /**
     * What a key is to be like; what is null stays, or is as usual.
     *
     * @param version which one is changed, and not another one made; null for the newest
     * @param notBefore {@code never} takes it away, and so with {@code expires}
     */
    record Wanted(
            @Nullable String version,
            @Nullable String type,
            @Nullable Integer bits,
            @Nullable Boolean enabled,
            @Nullable String notBefore,
            @Nullable String expires,
            @Nullable List<String> operations) {

        static final Wanted USUAL = new Wanted(null, null, null, null, null, null, null);

        Attributes on(Attributes before) {
            return new Attributes(
                    Bodies.or(enabled, before.enabled()),
                    time(notBefore, before.notBefore()),
                    time(expires, before.expires()),
                    Bodies.or(operations, before.operations()));
        }

        private static @Nullable Instant time(@Nullable String wanted, @Nullable Instant before) {
            if (wanted == null) {
                return before;
            }
            return wanted.equals("never") ? null : Instant.parse(wanted);
        }
    }

    /** What is left of a key, with its newest version's identifier. */
    record Report(
            String id,
            boolean enabled,
            List<String> versions,
            @Nullable Instant deletedAt,
            @Nullable Instant purgeAt) {

        static Report of(VaultKey key) {
            return new Report(
                    key.id(key.newest()),
                    key.newest().attributes().enabled(),
                    key.versions().stream().map(KeyVersion::id).toList(),
                    key.deletedAt(),
                    key.purgeAt());
        }
    }

    private static final String KEY = "/azure/vaults/:vault/keys/:key";

    private final AzureWorld world;
    private final InstantSource clock;

    /** @param clock the simulated time */
    public VaultKeyControl(AzureWorld world, InstantSource clock) {
        this.world = world;
        this.clock = clock;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.POST, KEY, this::create);
        routes.on(HttpMethod.GET, KEY, request -> Report.of(require(request)));
        routes.on(HttpMethod.PATCH, KEY, this::change);
        routes.on(HttpMethod.POST, KEY + "/rotate", this::rotate);
        routes.on(HttpMethod.POST, KEY + "/delete", this::delete);
        routes.on(
                HttpMethod.POST,
                KEY + "/recover",
                request -> kept(require(request).recovered()));
        routes.on(HttpMethod.POST, KEY + "/purge", this::purge);
    }

    /** A key, or one more version of it. */
    private Object create(RoutingContext request) {
        Wanted wanted = Bodies.read(request, Wanted.class, Wanted.USUAL);
        Instant now = clock.instant();
        Vault vault = VaultControl.require(world, request, now);
        Shape shape =
                new Shape(Bodies.or(wanted.type(), Shape.USUAL.type()), Bodies.or(wanted.bits(), Shape.USUAL.bits()));
        KeyVersion plain = KeyVersion.fresh(shape, now);
        KeyVersion version =
                plain.named(Bodies.or(wanted.version(), plain.id())).with(wanted.on(plain.attributes()), now);
        Optional<VaultKey> there = world.key(vault, request.pathParam("key"), now);
        return kept(there.map(key -> key.with(version))
                .orElseGet(() ->
                        new VaultKey(vault.host(), request.pathParam("key"), List.of(version), null, null, null)));
    }

    private Object change(RoutingContext request) {
        Wanted wanted = ControlRoutes.body(request, Wanted.class);
        Instant now = clock.instant();
        return kept(require(request)
                .change(wanted.version(), version -> version.with(wanted.on(version.attributes()), now)));
    }

    private Object rotate(RoutingContext request) {
        VaultKey key = require(request);
        return kept(key.with(KeyVersion.fresh(key.newest().shape(), clock.instant())));
    }

    private Object delete(RoutingContext request) {
        Instant now = clock.instant();
        Vault vault = VaultControl.require(world, request, now);
        return kept(require(request).deleted(now, vault.deletion().purgeAfter(now)));
    }

    private Object purge(RoutingContext request) {
        VaultKey key = require(request);
        world.keys().remove(VaultKey.name(key.vaultHost(), key.name()));
        return Map.of();
    }

    private VaultKey require(RoutingContext request) {
        Instant now = clock.instant();
        String name = request.pathParam("key");
        return world.key(VaultControl.require(world, request, now), name, now)
                .orElseThrow(() -> new IllegalArgumentException("there is no key " + name));
    }

    private Report kept(VaultKey key) {
        world.keep(key);
        return Report.of(key);
    }
}
