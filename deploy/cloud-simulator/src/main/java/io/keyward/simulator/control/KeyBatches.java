package io.keyward.simulator.control;

import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.kms.KeyPolicies;
import io.keyward.simulator.kms.key.Ciphertext;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.Role;
import io.keyward.simulator.world.World;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Many keys of one account at once, with the roles that let the product use them, as if they had been made long ago. Each comes with ciphertext, as an earlier
 * Encrypt by such a role would have made it.
 */
public final class KeyBatches {

    /**
     * At most some 3,000 keys fit into one request.
     *
     * @param externalId what the roles ask for
     * @param plaintext what is encrypted with each key
     */
    record Batch(String region, String account, String externalId, String plaintext, List<Member> keys) {
        public Batch {
            Objects.requireNonNull(region, "region is missing");
            Objects.requireNonNull(account, "account is missing");
            Objects.requireNonNull(externalId, "externalId is missing");
            Objects.requireNonNull(plaintext, "plaintext is missing");
            keys = List.copyOf(Objects.requireNonNull(keys, "keys are missing"));
        }
    }

    /** @param role name of the role that may use the key; several keys can name the same */
    record Member(String id, String role, Map<String, String> encryptionContext) {
        public Member {
            Objects.requireNonNull(id, "the id of a key is missing");
            Objects.requireNonNull(role, "the role of a key is missing");
            encryptionContext =
                    Map.copyOf(Objects.requireNonNull(encryptionContext, "an encryptionContext is missing"));
        }
    }

    private record Made(String arn, String roleArn, byte[] ciphertext) {}

    private static final String TRUST = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
               "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""";
    private static final String MAY_USE_KEYS = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["kms:DescribeKey","kms:Encrypt","kms:Decrypt"],"Resource":"*"}]}""";
    private static final KmsKey.Shape SYMMETRIC =
            new KmsKey.Shape("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "AWS_KMS", null);
    private static final int SESSION_SECONDS = 3600;

    private final World world;
    private final InstantSource clock;
    private final String trusted;

    /**
     * @param clock the simulated time
     * @param trusted the principal that the roles trust
     */
    public KeyBatches(World world, InstantSource clock, String trusted) {
        this.world = world;
        this.clock = clock;
        this.trusted = trusted;
    }

    public void mount(ControlRoutes routes) {
        routes.on(HttpMethod.POST, "/key-batches", this::create);
    }

    private Object create(RoutingContext request) {
        Batch batch = ControlRoutes.body(request, Batch.class);
        Instant now = clock.instant();
        String trust = TRUST.formatted(trusted, batch.externalId());
        PolicyDocument.parse(trust);
        // Shared by all of them, as text and once it is read.
        String policy = KeyPolicies.standard(batch.account());
        byte[] plaintext = batch.plaintext().getBytes(StandardCharsets.UTF_8);
        List<Made> made = new ArrayList<>();
        for (Member member : batch.keys()) {
            String roleArn = role(batch.account(), member.role(), trust, now);
            KmsKey key = key(new KeyArn(batch.region(), batch.account(), member.id()), policy, now);
            made.add(new Made(key.arn().toString(), roleArn, seal(key, member.encryptionContext(), plaintext)));
        }
        return Map.of("keys", made);
    }

    private String role(String account, String name, String trust, Instant now) {
        String arn = "arn:aws:iam::" + account + ":role/" + name;
        if (!world.roles().has(arn)) {
            Map<String, String> policies = Map.of("use-keys", MAY_USE_KEYS);
            String id = SessionTokens.uniqueId("AROA");
            world.roles().put(arn, new Role(arn, id, "/", trust, policies, SESSION_SECONDS, now));
        }
        return arn;
    }

    private KmsKey key(KeyArn arn, String policy, Instant now) {
        if (world.keys().has(arn.toString())) {
            throw new IllegalArgumentException(arn + " exists");
        }
        KmsKey key = new KmsKey(
                arn, SYMMETRIC, KmsKey.Status.of(KmsKey.State.Enabled), KmsKey.Rotation.OFF, policy, "", Map.of(), now);
        world.materials().put(arn.materialName(), KeyMaterial.fresh(now));
        world.keep(key);
        return key;
    }

    private byte[] seal(KmsKey key, Map<String, String> context, byte[] plaintext) {
        String name = key.arn().materialName();
        KeyMaterial material = world.materials().find(name).orElseThrow();
        return Ciphertext.seal(name, material, context, plaintext).bytes();
    }
}
