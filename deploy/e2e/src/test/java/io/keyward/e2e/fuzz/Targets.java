package io.keyward.e2e.fuzz;

import io.keyward.e2e.http.Api;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Something of every kind that a body can be sent to, in a project and in an organisation of its own. Nobody else uses them. */
final class Targets {
    private static final String OURS = "/api/keyward/v1";
    private static final String CLUSTER = "fuzzed";
    /** A freeze would hold for everybody: without its reason, no spoiled body freezes. */
    private static final Set<String> OF_OPERATORS =
            Set.of(OURS + "/orgs", OURS + "/signingKeys", OURS + "/enforcement", OURS + "/guard/decisions");

    private final Stage stage;
    private final Api organizationOwner;
    private final Map<String, String> parameters;

    private Targets(Stage stage, Api organizationOwner, Map<String, String> parameters) {
        this.stage = stage;
        this.organizationOwner = organizationOwner;
        this.parameters = parameters;
    }

    static Targets create(Stage stage) {
        Tenant tenant = Tenant.arrive(stage);
        tenant.configure().expect(200);
        stage.api()
                .post(tenant.project("/clusters"), tenant.clusterBody(CLUSTER, "NONE", "M10"))
                .expect(201);
        Reply role = stage.api().post(tenant.project("/cloudProviderAccess"), "{\"providerName\":\"AWS\"}");
        Reply alertConfig = stage.api().post(tenant.project("/alertConfigs"), """
                {"eventTypeName":"AWS_ENCRYPTION_KEY_INVALID","notifications":[{"typeName":"EMAIL","emailAddress":"fuzzed@keyward.example"}]}""");
        Reply founded = stage.operatorApi().post(OURS + "/orgs", """
                {"name":"fuzzed %s","owner":{"name":"Fuzzed","email":"fuzzed@keyward.example"}}""".formatted(tenant.projectName()));
        Api owner = stage.api().as(founded.expect(201).at("/apiKey/publicKey"), founded.at("/apiKey/privateKey"));
        Map<String, String> parameters = new HashMap<>(inOrganization(owner, founded.at("/organization/id")));
        parameters.putAll(Map.of(
                "groupId", tenant.groupId(),
                "cloudProvider", "AWS",
                "clusterName", CLUSTER,
                "clusterId", tenant.clusterId(CLUSTER),
                "roleId", role.expect(200).at("/roleId"),
                "limitName", "atlas.project.deployment.clusters",
                "snapshotId", tenant.groupId(),
                "restoreJobId", tenant.groupId(),
                "alertId", tenant.groupId(),
                "alertConfigId", alertConfig.expect(201).at("/id")));
        parameters.put("hintSourceId", tenant.groupId());
        return new Targets(stage, owner, parameters);
    }

    private static Map<String, String> inOrganization(Api owner, String orgId) {
        String org = OURS + "/orgs/" + orgId;
        Reply key = owner.post(org + "/apiKeys", "{\"desc\":\"fuzzed\",\"roles\":[\"ORG_MEMBER\"]}");
        Reply account = owner.post(
                org + "/serviceAccounts",
                "{\"name\":\"fuzzed\",\"description\":\"fuzzed\",\"roles\":[\"ORG_MEMBER\"],\"secretExpiresAfterHours\":8}");
        Reply member = owner.post(
                org + "/members",
                "{\"name\":\"Fuzzed\",\"email\":\"more@keyward.example\",\"orgRoles\":[\"ORG_MEMBER\"]}");
        return Map.of(
                "orgId", orgId,
                "apiKeyId", key.expect(201).at("/id"),
                "clientId", account.expect(201).at("/clientId"),
                "memberId", member.expect(201).at("/id"));
    }

    /** What stands in every row that a body may change. */
    String[] owners() {
        return new String[] {parameters.get("groupId"), parameters.get("orgId")};
    }

    /** The path with these targets in the place of its parameters. */
    String fill(String path) {
        String filled = path;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            filled = filled.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalStateException("what to put into " + filled + "?");
        }
        return filled;
    }

    /** Whoever may use the operation, so that nothing but the body stands in the way. */
    Api callerOf(String path) {
        if (path.endsWith("/observed")) {
            return stage.driverApi();
        }
        if (OF_OPERATORS.contains(path)) {
            return stage.operatorApi();
        }
        return path.contains("{orgId}") ? organizationOwner : stage.api();
    }
}
