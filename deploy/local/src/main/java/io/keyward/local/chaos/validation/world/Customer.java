package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.truth.Act;
import io.keyward.local.cloud.CloudControl;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.KmsInvalidStateException;

/**
 * One customer's key and the role that lets one project use it; and what befalls them. The customer names the key by its id alone: disturbances are for
 * calls that name it by its ARN, as Keyward does, and leave the customer alone.
 */
final class Customer {
    private static final String POLICY = "keyward";
    private static final int SHORTEST_WINDOW = 7;
    private static final List<String> ALL = List.of("kms:DescribeKey", "kms:Encrypt", "kms:Decrypt");
    private static final List<String> NO_DECRYPT = List.of("kms:DescribeKey", "kms:Encrypt");

    private final CloudAccount account;
    private final CloudControl control;
    private final Property property;
    private final List<String> keyArns;

    /** What is the customer's, and whom it is lent to. */
    record Property(
            String region, String keyArn, String roleName, String roleArn, String principal, String externalId) {
        String keyId() {
            return keyArn.substring(keyArn.lastIndexOf('/') + 1);
        }
    }

    private Customer(CloudAccount account, CloudControl control, Property property, List<String> replicas) {
        this.account = account;
        this.control = control;
        this.property = property;
        this.keyArns = Stream.concat(Stream.of(property.region()), replicas.stream())
                .map(region -> property.keyArn().replace(":" + property.region() + ":", ":" + region + ":"))
                .toList();
    }

    /**
     * Makes a key, and a role that lets that project in.
     *
     * @param regions of the key, its own first
     * @param lent the answer of the API to the wish for a role
     */
    static Customer arrive(
            CloudAccount account, CloudControl control, List<String> regions, String name, JsonNode lent) {
        String region = regions.getFirst();
        List<String> replicas = regions.subList(1, regions.size());
        String keyArn = account.kms(region)
                .createKey(request -> request.description(name).multiRegion(!replicas.isEmpty()))
                .keyMetadata()
                .arn();
        replicas.forEach(replica -> account.kms(region)
                .replicateKey(request -> request.keyId(keyArn).replicaRegion(replica)));
        String principal = lent.path("atlasAWSAccountArn").asText();
        String externalId = lent.path("atlasAssumedRoleExternalId").asText();
        String roleArn = account.iam()
                .createRole(request -> request.roleName(name).assumeRolePolicyDocument(trust(principal, externalId)))
                .role()
                .arn();
        Property property = new Property(region, keyArn, name, roleArn, principal, externalId);
        Customer customer = new Customer(account, control, property, replicas);
        customer.allow(ALL);
        return customer;
    }

    Property property() {
        return property;
    }

    /** Carries out one act about the key until the cloud has acknowledged it. Acts about clusters are none of the cloud's. */
    void perform(Act.Kind kind) {
        switch (kind) {
            case DISABLE -> key((kms, id) -> kms.disableKey(request -> request.keyId(id)));
            case ENABLE -> key((kms, id) -> kms.enableKey(request -> request.keyId(id)));
            case SCHEDULE_DELETION -> key((kms, id) -> scheduleDeletion(kms, id));
            case SAVE -> {
                key((kms, id) -> cancelDeletion(kms, id));
                key((kms, id) -> kms.enableKey(request -> request.keyId(id)));
            }
            case DENY -> Insistence.onDeed(() -> allow(NO_DECRYPT));
            case ALLOW -> Insistence.onDeed(() -> allow(ALL));
            case DISTRUST -> Insistence.onDeed(() -> letIn("somebody-else"));
            case TRUST -> Insistence.onDeed(() -> letIn(property.externalId()));
            case THROTTLE -> disturb("kms", property.keyArn(), "\"effect\":\"THROTTLE\"");
            case HANG -> disturb("kms", property.keyArn(), "\"effect\":\"HANG\"");
            case FAIL ->
                disturb(
                        "kms",
                        property.keyArn(),
                        "\"effect\":\"FAIL\",\"code\":\"KMSInternalException\",\"status\":500");
            case CUT -> disturb("kms", property.keyArn(), "\"effect\":\"UNREACHABLE\"");
            case FAIL_ROLES ->
                disturb("sts", property.roleArn(), "\"effect\":\"FAIL\",\"code\":\"InternalFailure\",\"status\":500");
            case CALM -> Insistence.onDeed(() -> control.calm(property.roleName()));
            case TRY_AGAIN, CREATE, DELETE, PAUSE, UNPAUSE ->
                throw new IllegalArgumentException(kind + " is not about a customer's cloud");
        }
    }

    private void disturb(String service, String resource, String effect) {
        String body = "{\"service\":\"%s\",\"resource\":\"%s\",%s}".formatted(service, resource, effect);
        Insistence.onDeed(() -> control.disturb(property.roleName(), body));
    }

    private void key(Deed deed) {
        Insistence.onDeed(() -> deed.perform(account.kms(property.region()), property.keyId()));
    }

    /** Asked for again, because the answer was lost, it is refused: then it is so. */
    private static void scheduleDeletion(KmsClient kms, String id) {
        try {
            kms.scheduleKeyDeletion(request -> request.keyId(id).pendingWindowInDays(SHORTEST_WINDOW));
        } catch (KmsInvalidStateException scheduledAlready) {
            kms.describeKey(request -> request.keyId(id));
        }
    }

    private static void cancelDeletion(KmsClient kms, String id) {
        try {
            kms.cancelKeyDeletion(request -> request.keyId(id));
        } catch (KmsInvalidStateException cancelledAlready) {
            kms.describeKey(request -> request.keyId(id));
        }
    }

    private void allow(List<String> actions) {
        allow(actions, keyArns.toArray(String[]::new));
    }

    private void allow(List<String> actions, String... keyArns) {
        String policy = """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":[%s],"Resource":[%s]}]}""".formatted(quoted(actions), quoted(List.of(keyArns)));
        account.iam()
                .putRolePolicy(request ->
                        request.roleName(property.roleName()).policyName(POLICY).policyDocument(policy));
    }

    /** Another key in the same region, which the role lets the project use beside the first; its ARN. */
    String anotherKey() {
        String arn = account.kms(property.region())
                .createKey(request -> request.description(property.roleName() + ", another"))
                .keyMetadata()
                .arn();
        allow(ALL, property.keyArn(), arn);
        return arn;
    }

    private void letIn(String externalId) {
        account.iam().updateAssumeRolePolicy(request -> request.roleName(property.roleName())
                .policyDocument(trust(property.principal(), externalId)));
    }

    private static String quoted(List<String> names) {
        return names.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(","));
    }

    private static String trust(String principal, String externalId) {
        return """
                {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"%s"},"Action":"sts:AssumeRole",
                 "Condition":{"StringEquals":{"sts:ExternalId":"%s"}}}]}""".formatted(principal, externalId);
    }

    /** Something done to a key. */
    private interface Deed {
        void perform(KmsClient kms, String keyId);
    }
}
