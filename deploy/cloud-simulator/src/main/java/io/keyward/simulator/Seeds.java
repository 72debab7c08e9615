package io.keyward.simulator;

import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.kms.KeyPolicies;
import io.keyward.simulator.world.KeyArn;
import io.keyward.simulator.world.KeyMaterial;
import io.keyward.simulator.world.KmsKey;
import io.keyward.simulator.world.Role;
import io.keyward.simulator.world.User;
import io.keyward.simulator.world.World;
import io.keyward.simulator.world.network.Network;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** What is there when a simulator starts for the first time: the product's own principal and canary, and a tenant's role and key. */
final class Seeds {

    private static final String PLATFORM_POLICY = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["sts:AssumeRole"],"Resource":"*"},
              {"Effect":"Allow","Action":["ec2:CreateVpcEndpoint","ec2:CreateTags","ec2:DescribeVpcEndpoints",
                "ec2:ModifyVpcEndpoint","ec2:DeleteVpcEndpoints"],"Resource":"*"}]}""";
    private static final String CANARY_TRUST = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
               "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""".formatted(Accounts.PLATFORM_ARN, Accounts.CANARY_EXTERNAL_ID);
    private static final String DEMO_TRUST = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
               "Condition":{"StringLike":{"sts:ExternalId":"*"}}}]}""".formatted(Accounts.PLATFORM_ARN);
    private static final String DEMO_POLICY = """
            {"Version":"2012-10-17","Statement":[
              {"Effect":"Allow","Action":["kms:DescribeKey","kms:Encrypt","kms:Decrypt"],"Resource":"*"}]}""";
    private static final int SESSION_SECONDS = 3600;

    private Seeds() {}

    /** The product's principal follows the options at every start; all else is planted once and then belongs to whoever uses it. */
    static void plant(World world, Options options, boolean firstStart, Instant now) {
        plantPlatformUser(world, options);
        plantNetwork(world);
        if (firstStart) {
            Instant created = now.truncatedTo(ChronoUnit.SECONDS);
            plantRole(world, Accounts.CANARY_ROLE_ARN, CANARY_TRUST, Map.of(), created);
            plantRole(world, Accounts.DEMO_ROLE_ARN, DEMO_TRUST, Map.of("use-keys", DEMO_POLICY), created);
            plantKey(world, created);
        }
    }

    private static void plantPlatformUser(World world, Options options) {
        User user = new User(
                Accounts.PLATFORM,
                "keyward",
                options.platformAccessKeyId(),
                options.platformSecretAccessKey(),
                PLATFORM_POLICY,
                true);
        if (!world.users().find(user.accessKeyId()).equals(Optional.of(user))) {
            world.users().put(user.accessKeyId(), user);
        }
    }

    /** Files that were written before networks were kept have none. */
    private static void plantNetwork(World world) {
        if (world.networks().all().isEmpty()) {
            Network network = Accounts.network();
            world.networks().put(network.vpcId(), network);
        }
    }

    private static void plantRole(World world, String arn, String trust, Map<String, String> policies, Instant now) {
        String id = SessionTokens.uniqueId("AROA");
        world.roles().put(arn, new Role(arn, id, "/", trust, policies, SESSION_SECONDS, now));
    }

    private static void plantKey(World world, Instant now) {
        KeyArn arn = KeyArn.parse(Accounts.DEMO_KEY_ARN);
        KmsKey primary = new KmsKey(
                arn,
                new KmsKey.Shape("SYMMETRIC_DEFAULT", "ENCRYPT_DECRYPT", "AWS_KMS", arn.region()),
                KmsKey.Status.of(KmsKey.State.Enabled),
                KmsKey.Rotation.OFF,
                KeyPolicies.standard(arn.account()),
                "The demo's key",
                Map.of(),
                now);
        world.materials().put(arn.materialName(), KeyMaterial.fresh(now));
        world.keep(primary);
        world.keep(new KmsKey(
                arn.in(Accounts.DEMO_REPLICA_REGION),
                primary.shape(),
                primary.status(),
                primary.rotation(),
                primary.policy(),
                primary.description(),
                primary.tags(),
                now));
    }
}
