package io.keyward.validation.provider.google;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.google.GoogleConfig;
import io.keyward.clouds.google.GoogleWeb;
import io.keyward.simulator.google.GoogleAccounts;
import io.keyward.testkit.keychecker.Checked;
import io.keyward.testkit.keychecker.KeyOwner;
import io.keyward.validation.check.KeyAccess.GoogleAccount;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.Secret;
import io.keyward.validation.provider.ContractChecks;
import io.keyward.validation.provider.SimulatorControl;
import io.keyward.validation.unknown.UnknownAnswers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A customer on Google Cloud, and the checker, as an application wires it. Whoever checks may look at all keys of the ring. */
final class GoogleKeyOwner implements KeyOwner {
    static final String HOST = "cloudkms.googleapis.com";
    static final String RING = "projects/" + GoogleAccounts.CUSTOMER_PROJECT + "/locations/us-east4/keyRings/contract";
    static final GoogleAccount BY_KEY = new GoogleAccount("credential", null);

    private static final String MEMBER = "serviceAccount:" + GoogleAccounts.DEMO_ACCOUNT;
    private static final String VERSION = "/cryptoKeyVersions/1";

    private final SimulatorControl cloud = new SimulatorControl();
    private final Vertx vertx = ContractChecks.vertx();
    private final GoogleKeyChecker checker = checkerAt(cloud.url(), Map.of());

    GoogleKeyOwner() {
        createKey();
        bind(RING, "roles/cloudkms.viewer");
    }

    SimulatorControl cloud() {
        return cloud;
    }

    /** A checker that finds Google at {@code url}, with {@code more} settings. */
    GoogleKeyChecker checkerAt(String url, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "keyward.google.endpoint-override",
                url,
                "keyward.google.credentials",
                GoogleAccounts.platformKeyFile(),
                "keyward.google.call-timeout",
                "6s"));
        settings.putAll(more);
        var config = new SmallRyeConfigBuilder()
                .withMapping(GoogleConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(GoogleConfig.class);
        var web = new GoogleWeb(vertx, config);
        var access = new GoogleAccess(
                web, (groupId, credentialId) -> Uni.createFrom().item(new Secret(GoogleAccounts.demoKeyFile())));
        return new GoogleKeyChecker(web, access, new UnknownAnswers(new SimpleMeterRegistry(), odd -> Uni.createFrom()
                .voidItem()));
    }

    @Override
    public String createKey() {
        return createKey(new JsonObject().put("purpose", "ENCRYPT_DECRYPT"));
    }

    @Override
    public String createKeyForAnotherUse() {
        return createKey(new JsonObject().put("purpose", "ASYMMETRIC_SIGN"));
    }

    /** A key that the product may use and look at; answers its first version. */
    String createKey(JsonObject kind) {
        var name = RING + "/cryptoKeys/key-" + UUID.randomUUID();
        cloud.control("POST", "/google/keys", kind.put("name", name).put("users", new JsonArray().add(MEMBER)));
        return name + VERSION;
    }

    @Override
    public String nameOfNoKey() {
        return RING + "/cryptoKeys/none" + VERSION;
    }

    /** From now on the product's roles on the resource are these. */
    void bind(String resource, String... roles) {
        var bindings = new JsonArray();
        Stream.of(roles)
                .map(role -> new JsonObject().put("role", role).put("members", new JsonArray().add(MEMBER)))
                .forEach(bindings::add);
        cloud.control("PUT", "/google/policies?resource=" + resource, new JsonObject().put("bindings", bindings));
    }

    @Override
    public void disable(String key) {
        become(key, "DISABLED");
    }

    @Override
    public void enable(String key) {
        become(key, "ENABLED");
    }

    @Override
    public void delete(String key) {
        cloud.administer("POST", HOST, "/v1/" + key + ":destroy", new JsonObject());
    }

    @Override
    public void restore(String key) {
        cloud.administer("POST", HOST, "/v1/" + key + ":restore", new JsonObject());
        enable(key);
    }

    /** Brings a version to a state that no call leads to. */
    void put(String key, String state) {
        cloud.control(
                "PUT",
                "/google/version-states",
                new JsonObject().put("version", key).put("state", state));
    }

    @Override
    public void deny(String key) {
        bind(keyOf(key));
    }

    @Override
    public void allow(String key) {
        bind(keyOf(key), "roles/cloudkms.cryptoKeyEncrypterDecrypter");
    }

    @Override
    public void goSilent() {
        cloud.disturb(new JsonObject().put("service", "cloudkms").put("effect", "UNREACHABLE"));
    }

    @Override
    public void throttle() {
        cloud.disturb(new JsonObject().put("service", "cloudkms").put("effect", "THROTTLE"));
    }

    @Override
    public void calm() {
        cloud.calm();
    }

    @Override
    public Checked check(String key, byte @Nullable [] probe) {
        return ContractChecks.told(
                vertx, () -> checker.check(key(key, BY_KEY, ContractChecks.probe(probe)), Freshness.FRESH));
    }

    /** The check itself. */
    KeyCheck check(GoogleKey key, Freshness freshness) {
        return check(checker, key, freshness);
    }

    KeyCheck check(GoogleKeyChecker other, GoogleKey key, Freshness freshness) {
        return ContractChecks.answer(vertx, () -> other.check(key, freshness));
    }

    static GoogleKey key(String key, GoogleAccount access, @Nullable Probe probe) {
        return new GoogleKey("group", "use", key, "us-east4", new KeyPath.Public(false), access, null, probe, false);
    }

    static String keyOf(String version) {
        return version.substring(0, version.lastIndexOf("/cryptoKeyVersions/"));
    }

    private void become(String key, String state) {
        cloud.administer("PATCH", HOST, "/v1/" + key + "?updateMask=state", new JsonObject().put("state", state));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        cloud.close();
    }
}
