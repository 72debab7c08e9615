package io.keyward.contracts;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.ClusterEvent.ClusterCreated;
import io.keyward.contracts.ClusterEvent.ClusterDeleted;
import io.keyward.contracts.ClusterEvent.ClusterDeletionRequested;
import io.keyward.contracts.ClusterEvent.ClusterUpdated;
import io.keyward.contracts.EncryptionEvent.AwsAccess;
import io.keyward.contracts.EncryptionEvent.AzureAccess;
import io.keyward.contracts.EncryptionEvent.EncryptionConfigured;
import io.keyward.contracts.EncryptionEvent.EncryptionDisabled;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;
import io.keyward.contracts.EncryptionEvent.KeyUse;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.contracts.KeyEvent.KeyFacts;
import io.keyward.contracts.KeyEvent.KeyLife;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.contracts.ProjectEvent.ProjectCreated;
import io.keyward.contracts.ProjectEvent.ProjectDeleted;
import io.keyward.contracts.ProjectEvent.ProjectStateChanged;
import io.keyward.contracts.ProjectEvent.ProjectUpdated;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The golden samples as records: one project's key, from its first day to its last. */
final class Samples {
    static final long EPOCH_ONE = 1L << 40;
    static final String ORG = "6721f0a4c2b1d83e5f900001";
    static final String GROUP = "6721f0a4c2b1d83e5f9000a1";
    static final String KEY_USE = "6721f0a4c2b1d83e5f9000b1";
    static final String CLUSTER = "6721f0a4c2b1d83e5f9000c1";
    static final String HINT_SOURCE = "65a1b2c3d4e5f60718293a90";
    static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-4f1c2d3e4b5a69788796a5b4c3d2e1f0";
    private static final String ROLE = "arn:aws:iam::111122223333:role/keyward-demo";
    private static final AwsAccess ACCESS = new AwsAccess(ROLE, "5f0c1f0e-6a3e-4d3e-9c7b-2d1a7f1f5b11");
    private static final String KEY_ID = "6721f0a4c2b1d83e5f9000f1";
    private static final String NEW_KEY_ID = "6721f0a4c2b1d83e5f9000f2";
    private static final String REQUEST_ID = "0c4e2f86-8c7e-4d6e-9d43-5b1a9c1e7a01";

    static final Actor OWNER = new Actor(Actor.API_KEY, "6721f0a4c2b1d83e5f9000d1", "kwdemokp", "192.0.2.17");
    static final Actor DRIVER = new Actor(Actor.DRIVER, "6721f0a4c2b1d83e5f9000d2", "kwdriver", "192.0.2.40");
    static final Actor SERVICE = Actor.system("validation-service");

    private static final List<CloudRegion> REGIONS =
            List.of(new CloudRegion("AWS", "us-east-1"), new CloudRegion("AWS", "eu-west-1"));

    private Samples() {}

    /** By wire name. */
    static Map<String, Event> all() {
        Map<String, Event> all = new HashMap<>(ofProjectsAndKeys());
        all.putAll(AccessSamples.all());
        all.putAll(EndpointSamples.all());
        all.putAll(AlertSamples.all());
        all.putAll(OperatorAlertSamples.all());
        all.putAll(BackupSamples.all());
        all.putAll(EnforcementSamples.all());
        return all;
    }

    private static Map<String, Event> ofProjectsAndKeys() {
        return Map.ofEntries(
                Map.entry("keyward.project.created.v1", created()),
                Map.entry(
                        "keyward.project.state-changed.v1",
                        new ProjectStateChanged(
                                GROUP, EPOCH_ONE + 2, at("09:40:00"), OWNER, ORG, "Orders", "INACTIVE")),
                Map.entry(
                        "keyward.project.updated.v1",
                        new ProjectUpdated(
                                GROUP, EPOCH_ONE + 3, at("09:45:00"), OWNER, ORG, "Orders and returns", "ACTIVE")),
                Map.entry(
                        "keyward.project.deleted.v1",
                        new ProjectDeleted(GROUP, EPOCH_ONE + 4, at("11:00:00"), OWNER, ORG, "Orders")),
                Map.entry("keyward.encryption.configured.v1", configured()),
                Map.entry(
                        "keyward.cluster.updated.v1",
                        new ClusterUpdated(
                                CLUSTER,
                                EPOCH_ONE + 4,
                                at("08:30:00"),
                                OWNER,
                                GROUP,
                                "orders-eu",
                                "AWS",
                                REGIONS.subList(0, 1),
                                List.of(NEW_KEY_ID, KEY_ID),
                                true)),
                Map.entry(
                        "keyward.encryption.disabled.v1",
                        new EncryptionDisabled(
                                GROUP, EPOCH_ONE + 2, at("10:00:00.500"), OWNER, List.of(formerKeyUse()))),
                Map.entry(
                        "keyward.cluster.created.v1",
                        new ClusterCreated(
                                CLUSTER,
                                EPOCH_ONE + 1,
                                at("08:02:00"),
                                OWNER,
                                GROUP,
                                "orders-eu",
                                "AWS",
                                REGIONS,
                                List.of(KEY_ID),
                                false)),
                Map.entry(
                        "keyward.cluster.deletion-requested.v1",
                        new ClusterDeletionRequested(
                                CLUSTER,
                                EPOCH_ONE + 2,
                                at("09:50:00"),
                                OWNER,
                                GROUP,
                                "orders-eu",
                                "AWS",
                                REGIONS,
                                List.of(KEY_ID),
                                false)),
                Map.entry(
                        "keyward.cluster.deleted.v1",
                        new ClusterDeleted(CLUSTER, EPOCH_ONE + 3, at("09:50:04.004"), SERVICE, GROUP, "orders-eu")),
                Map.entry("keyward.key.validated.v1", validated()),
                Map.entry("keyward.key.revoked.v1", revoked()),
                Map.entry("keyward.key.held.v1", held()),
                Map.entry("keyward.key.hold-decided.v1", released()),
                Map.entry("keyward.key.found-unusable.v1", foundUnusable()),
                Map.entry("keyward.key.unverified.v1", unverified()),
                Map.entry(
                        "keyward.key.retired.v1",
                        new KeyEvent.KeyRetired(KEY_USE, EPOCH_ONE + 5, at("10:00:01"), SERVICE, GROUP)));
    }

    private static ProjectCreated created() {
        return new ProjectCreated(GROUP, EPOCH_ONE + 1, at("08:00:00.125"), OWNER, ORG, "Orders", "ACTIVE");
    }

    private static EncryptionConfigured configured() {
        List<KeyUse> keyUses = List.of(
                new KeyUse(KEY_USE, "AWS", KEY, "us-east-1", true, true, ACCESS, NEW_KEY_ID, false),
                new KeyUse(
                        "6721f0a4c2b1d83e5f9000b2",
                        "AWS",
                        KEY.replace("us-east-1", "eu-west-1"),
                        "eu-west-1",
                        false,
                        true,
                        ACCESS,
                        NEW_KEY_ID,
                        false),
                formerKeyUse(),
                azureKeyUse(),
                googleKeyUse());
        return new EncryptionConfigured(GROUP, EPOCH_ONE + 1, at("08:01:00.250"), OWNER, keyUses);
    }

    private static KeyUse formerKeyUse() {
        return new KeyUse(
                "6721f0a4c2b1d83e5f9000b3",
                "AWS",
                "arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-1111-4222-8333-444455556666",
                "us-east-1",
                true,
                true,
                ACCESS,
                KEY_ID,
                true);
    }

    private static KeyUse azureKeyUse() {
        var access = new AzureAccess(
                "AZURE",
                "72f988bf-0000-4000-8000-2d7cd011db47",
                "1b730954-0000-4000-8000-b7e2e1c0c7e1",
                "6721f0a4c2b1d83e5f9000e1",
                "6f0d2b1a-0000-4000-8000-9a8b7c6d5e4f",
                "keyward-demo",
                "keyward-demo");
        return new KeyUse(
                "6721f0a4c2b1d83e5f9000b4",
                "AZURE",
                "https://keyward-demo.vault.azure.net/keys/orders/0f1e2d3c4b5a69788796a5b4c3d2e1f0",
                "eastus2",
                true,
                true,
                null,
                "6721f0a4c2b1d83e5f9000f3",
                false,
                access,
                null);
    }

    private static KeyUse googleKeyUse() {
        return new KeyUse(
                "6721f0a4c2b1d83e5f9000b5",
                "GCP",
                "projects/orders-demo/locations/europe-west3/keyRings/keyward/cryptoKeys/orders/cryptoKeyVersions/1",
                "europe-west3",
                true,
                false,
                null,
                "6721f0a4c2b1d83e5f9000f4",
                false,
                null,
                new GoogleAccess(null, "keyward@orders-demo.iam.gserviceaccount.com"));
    }

    private static KeyEvent validated() {
        Evidence evidence = new Evidence(
                "VALID",
                null,
                "The key is enabled, and decrypted and encrypted as the project's role.",
                null,
                List.of(
                        succeeded("sts:AssumeRole", ROLE, "08:01:01.870", 31),
                        succeeded("kms:DescribeKey", KEY, "08:01:01.910", 12),
                        succeeded("kms:Encrypt", KEY, "08:01:01.930", 14)));
        KeyLife life = new KeyLife(
                Instant.parse("2026-12-22T08:00:00Z"),
                "MATERIAL_EXPIRY",
                Instant.parse("2026-03-01T04:00:00Z"),
                "ROTATION_RECORD",
                Instant.parse("2027-03-01T04:00:00Z"));
        KeyFacts facts =
                new KeyFacts(GROUP, "AWS", KEY, "us-east-1", "VALID", at("08:01:02"), at("08:01:02"), null, null, life);
        return new KeyEvent.KeyValidated(KEY_USE, EPOCH_ONE + 1, at("08:01:02"), SERVICE, facts, evidence);
    }

    private static KeyEvent revoked() {
        return new KeyEvent.KeyRevoked(
                KEY_USE,
                EPOCH_ONE + 2,
                at("09:00:04.321"),
                SERVICE,
                facts("REVOKED", "09:00:04.321", "09:00:04.300"),
                disabled());
    }

    private static KeyEvent held() {
        Instant now = at("09:00:04.321");
        KeyFacts facts = new KeyFacts(
                GROUP, "AWS", KEY, "us-east-1", "VALID", at("08:01:02"), at("09:00:04.300"), null, now, null);
        return new KeyEvent.KeyHeld(KEY_USE, EPOCH_ONE + 2, now, SERVICE, facts, disabled());
    }

    private static KeyEvent released() {
        KeyFacts facts =
                new KeyFacts(GROUP, "AWS", KEY, "us-east-1", "VALID", at("08:01:02"), at("09:00:04.300"), null);
        Actor operator = new Actor(Actor.OPERATOR, "operator-7", "operator-7", "192.0.2.50");
        return new KeyEvent.KeyHoldDecided(KEY_USE, EPOCH_ONE + 3, at("09:12:00"), operator, facts, "RELEASE");
    }

    private static Evidence disabled() {
        return new Evidence(
                "REVOKED",
                "KEY_DISABLED",
                "The key is disabled; two checks in a row agree.",
                "Enable the key in AWS KMS; the clusters resume at the next check.",
                List.of(
                        succeeded("kms:DescribeKey", KEY, "09:00:04.280", 11),
                        failed("kms:Decrypt", "DisabledException", KEY + " is disabled.", "09:00:04.295", 9)));
    }

    private static KeyEvent foundUnusable() {
        Evidence evidence = new Evidence(
                "UNUSABLE",
                "ENCRYPT_DENIED",
                "Existing data is readable, but the role may not encrypt: no new data key can be wrapped.",
                "Allow kms:Encrypt on the key to the role.",
                List.of(failed(
                        "kms:Encrypt",
                        "AccessDeniedException",
                        "User is not authorized to perform: kms:Encrypt",
                        "09:19:59.980",
                        8)));
        return new KeyEvent.KeyFoundUnusable(
                KEY_USE,
                EPOCH_ONE + 3,
                at("09:20:00"),
                SERVICE,
                facts("UNUSABLE", "09:20:00", "09:19:59.990"),
                evidence);
    }

    private static KeyEvent unverified() {
        ProviderCall refused = new ProviderCall(
                "kms:DescribeKey",
                KEY,
                "us-east-1",
                "PUBLIC",
                "ConnectException",
                "connection refused",
                null,
                at("09:30:02"),
                3000);
        Evidence evidence = new Evidence(
                "INCONCLUSIVE",
                "UNREACHABLE",
                "AWS KMS in us-east-1 could not be reached; the clusters run on.",
                "Look at the network between here and AWS KMS.",
                List.of(refused));
        KeyFacts facts =
                new KeyFacts(GROUP, "AWS", KEY, "us-east-1", "VALID", at("08:01:02"), at("09:30:05"), at("09:30:05"));
        return new KeyEvent.KeyUnverified(KEY_USE, EPOCH_ONE + 4, at("09:30:05.002"), SERVICE, facts, evidence);
    }

    private static KeyFacts facts(String verdict, String since, String checkedAt) {
        return new KeyFacts(GROUP, "AWS", KEY, "us-east-1", verdict, at(since), at(checkedAt), null);
    }

    private static ProviderCall succeeded(String operation, String target, String time, long millis) {
        return new ProviderCall(operation, target, "us-east-1", "PUBLIC", "OK", null, REQUEST_ID, at(time), millis);
    }

    private static ProviderCall failed(String operation, String code, String message, String time, long millis) {
        return new ProviderCall(operation, KEY, "us-east-1", "PUBLIC", code, message, REQUEST_ID, at(time), millis);
    }

    static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }
}
