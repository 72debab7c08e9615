package io.keyward.validation.provider.aws;

import io.keyward.clouds.Freshness;
import io.keyward.testkit.keychecker.Checked;
import io.keyward.testkit.keychecker.KeyOwner;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.ContractChecks;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** A customer on AWS: each of their keys has a role of its own, so that it can be denied by itself. And the checker, as an application wires it. */
final class AwsKeyOwner implements KeyOwner {
    private static final String[] USE = {"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"};

    private final SimulatedAws aws = new SimulatedAws();
    private final Vertx vertx = ContractChecks.vertx();
    private final CheckerUnderTest checker = new CheckerUnderTest(
            vertx, aws.simulator(), aws.simulator().endpoint().toString());
    private final Map<String, String> roles = new ConcurrentHashMap<>();

    @Override
    public String createKey() {
        return named(aws.createKey());
    }

    @Override
    public String createKeyForAnotherUse() {
        return named(aws.createKey(
                key -> key.keyUsage(KeyUsageType.GENERATE_VERIFY_MAC).keySpec(KeySpec.HMAC_256)));
    }

    @Override
    public String nameOfNoKey() {
        var key = aws.createKey();
        return named(key.substring(0, key.lastIndexOf('/')) + "/00000000-0000-0000-0000-000000000000");
    }

    private String named(String key) {
        roles.put(key, aws.createRole(USE));
        return key;
    }

    @Override
    public void disable(String key) {
        aws.kms().disableKey(request -> request.keyId(key)).join();
    }

    @Override
    public void enable(String key) {
        aws.kms().enableKey(request -> request.keyId(key)).join();
    }

    @Override
    public void delete(String key) {
        aws.kms()
                .scheduleKeyDeletion(request -> request.keyId(key).pendingWindowInDays(7))
                .join();
    }

    @Override
    public void restore(String key) {
        aws.kms().cancelKeyDeletion(request -> request.keyId(key)).join();
        enable(key);
    }

    @Override
    public void deny(String key) {
        aws.permit(roleOf(key), "s3:GetObject");
    }

    @Override
    public void allow(String key) {
        aws.permit(roleOf(key), USE);
    }

    @Override
    public void goSilent() {
        aws.disturb("{\"service\":\"kms\",\"effect\":\"UNREACHABLE\"}");
    }

    @Override
    public void throttle() {
        aws.disturb("{\"service\":\"kms\",\"effect\":\"THROTTLE\"}");
    }

    @Override
    public void calm() {
        aws.calm();
    }

    @Override
    public Checked check(String key, byte @Nullable [] probe) {
        var asked = new AwsKey(
                "group",
                "use",
                key,
                SimulatedAws.REGION,
                new KeyPath.Public(false),
                roleOf(key),
                SimulatedAws.EXTERNAL_ID,
                ContractChecks.probe(probe));
        return ContractChecks.told(vertx, () -> checker.ask(asked, Freshness.FRESH));
    }

    private String roleOf(String key) {
        return Objects.requireNonNull(roles.get(key));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
        aws.close();
    }
}
