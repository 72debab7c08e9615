package io.keyward.validation.provider.azure;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.azure.AzureConfig;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.keychecker.Checked;
import io.keyward.testkit.keychecker.KeyOwner;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AzureKey;
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
import org.jspecify.annotations.Nullable;

/** A customer on Azure: each of their keys has a vault of its own, so that it can be denied by itself. And the checker, as an application wires it. */
final class AzureKeyOwner implements KeyOwner {
    static final String CREDENTIAL = "credential";

    private final SimulatorControl cloud = new SimulatorControl();
    private final Vertx vertx = ContractChecks.vertx();
    private final AzureKeyChecker checker = checkerAt(cloud.url(), Map.of());

    SimulatorControl cloud() {
        return cloud;
    }

    /** A checker that finds Azure at {@code url}, with {@code more} settings. */
    AzureKeyChecker checkerAt(String url, Map<String, String> more) {
        var config = configAt(url, more);
        var web = new AzureWeb(vertx, config);
        return new AzureKeyChecker(
                web,
                new OwnApplication(web, config),
                (groupId, credentialId) -> Uni.createFrom().item(new Secret(AzureAccounts.DEMO_APPLICATION_SECRET)),
                new UnknownAnswers(
                        new SimpleMeterRegistry(), odd -> Uni.createFrom().voidItem()));
    }

    private static AzureConfig configAt(String url, Map<String, String> more) {
        var settings = new HashMap<>(Map.of(
                "keyward.azure.endpoint-override", url,
                "keyward.azure.tenant-id", AzureAccounts.PLATFORM_TENANT,
                "keyward.azure.application-id", AzureAccounts.PLATFORM_APPLICATION,
                "keyward.azure.application-secret", AzureAccounts.PLATFORM_APPLICATION_SECRET,
                "keyward.azure.call-timeout", "6s"));
        settings.putAll(more);
        return new SmallRyeConfigBuilder()
                .withMapping(AzureConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .withConverter(Duration.class, 100, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(AzureConfig.class);
    }

    /** A private endpoint of the product's to the vault of the key, which its owner has approved. Answers its reference. */
    String createEndpoint(String key) {
        return new ApprovedEndpoint(vertx, cloud, new AzureWeb(vertx, configAt(cloud.url(), Map.of())))
                .make(vaultOf(key));
    }

    @Override
    public String createKey() {
        return createKey(new JsonObject().put("type", "RSA").put("bits", 2048));
    }

    @Override
    public String createKeyForAnotherUse() {
        return createKey(new JsonObject().put("type", "EC"));
    }

    /** A key in a vault of its own. */
    String createKey(JsonObject kind) {
        var vault = "kw-" + UUID.randomUUID().toString().substring(0, 18);
        cloud.control(
                "PUT",
                "/azure/vaults/" + vault,
                new JsonObject()
                        .put("subscription", AzureAccounts.CUSTOMER_SUBSCRIPTION)
                        .put("group", "contract")
                        .put("location", AzureAccounts.DEMO_LOCATION)
                        .put("rbac", false));
        permit(vault, "get", "encrypt", "decrypt");
        return cloud.control("POST", "/azure/vaults/" + vault + "/keys/key", kind)
                .getString("id");
    }

    @Override
    public String nameOfNoKey() {
        return createKey().replace("/keys/key/", "/keys/none/");
    }

    /** From now on the application may do this with the keys of the vault, and nothing else. */
    void permit(String vault, String... actions) {
        var keys = new JsonArray();
        for (var action : actions) {
            keys.add(action);
        }
        cloud.control(
                "PUT",
                "/azure/vaults/" + vault + "/policies/" + AzureAccounts.DEMO_APPLICATION,
                new JsonObject().put("keys", keys));
    }

    /** Changes the newest version of the key. */
    void change(String key, JsonObject change) {
        cloud.control("PATCH", keyOf(key), change);
    }

    @Override
    public void disable(String key) {
        change(key, new JsonObject().put("enabled", false));
    }

    @Override
    public void enable(String key) {
        change(key, new JsonObject().put("enabled", true));
    }

    @Override
    public void delete(String key) {
        act(key, "delete");
    }

    @Override
    public void restore(String key) {
        act(key, "recover");
    }

    /** {@code rotate}, {@code delete}, {@code recover} or {@code purge}. */
    void act(String key, String what) {
        cloud.control("POST", keyOf(key) + "/" + what, new JsonObject());
    }

    @Override
    public void deny(String key) {
        permit(vaultOf(key));
    }

    @Override
    public void allow(String key) {
        permit(vaultOf(key), "get", "encrypt", "decrypt");
    }

    @Override
    public void goSilent() {
        cloud.disturb(new JsonObject().put("service", "key-vault").put("effect", "UNREACHABLE"));
    }

    @Override
    public void throttle() {
        cloud.disturb(new JsonObject().put("service", "key-vault").put("effect", "THROTTLE"));
    }

    @Override
    public void calm() {
        cloud.calm();
    }

    @Override
    public Checked check(String key, byte @Nullable [] probe) {
        return ContractChecks.told(vertx, () -> checker.check(key(key, ContractChecks.probe(probe)), Freshness.FRESH));
    }

    /** The check itself. */
    KeyCheck check(AzureKey key, Freshness freshness) {
        return check(checker, key, freshness);
    }

    KeyCheck check(AzureKeyChecker other, AzureKey key, Freshness freshness) {
        return ContractChecks.answer(vertx, () -> other.check(key, freshness));
    }

    AzureKey key(String key, @Nullable Probe probe) {
        return key(key, access(vaultOf(key)), probe);
    }

    static AzureKey key(String key, AzureApplication access, @Nullable Probe probe) {
        return new AzureKey("group", "use", key, "global", new KeyPath.Public(false), access, null, probe, false);
    }

    static AzureApplication access(String vault) {
        return new AzureApplication(
                "AZURE",
                AzureAccounts.CUSTOMER_TENANT,
                AzureAccounts.DEMO_APPLICATION,
                CREDENTIAL,
                AzureAccounts.CUSTOMER_SUBSCRIPTION,
                "contract",
                vault);
    }

    static String vaultOf(String key) {
        return key.substring("https://".length(), key.indexOf('.'));
    }

    private static String keyOf(String key) {
        return "/azure/vaults/" + vaultOf(key) + "/keys/key";
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        cloud.close();
    }
}
