package io.keyward.e2e.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.simulator.azure.AzureAccounts;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Everything that a Terraform user keeps in one configuration, from the first apply to the destroy: each resource created, read, planned again
 * without a difference, updated, imported, destroyed, by the calls that the provider makes.
 */
@ExtendWith(Stage.Extension.class)
class TerraformPlanScenario {
    private static final Duration A_WHILE = Duration.ofSeconds(45);
    private static final String GROUPS = "/api/atlas/v2/groups";
    private static final String ANY = GoSdk.ENCRYPTION;
    private static final Set<String> ON_THE_WAY =
            Set.of("CREATING", "UPDATING", "REPAIRING", "REPEATING", "PENDING", "DELETING");

    private final Stage stage;
    private final GoSdk sdk;
    private final Map<String, String> state = new LinkedHashMap<>();
    private String project;

    TerraformPlanScenario(Stage stage) {
        this.stage = stage;
        sdk = new GoSdk(stage.api());
    }

    @Test
    @Rule({"R1", "R4", "C1", "C8", "C16", "E1", "K1", "K3", "N4", "A1"})
    void oneConfigurationFromApplyToDestroy() {
        // When
        createProject();
        createRoles();
        enableEncryption();
        createEndpoint();
        createCluster();
        createAlertConfiguration();

        // Then
        assertThatAPlanIsEmpty();

        // When
        updateProject();
        updateEncryption();
        updateCluster();
        updateAlertConfiguration();

        // Then
        assertThatAPlanIsEmpty();
        assertThatAnImportFindsEverything();

        // When
        destroyEverything();

        // Then
        sdk.get(ANY, project).expect(404);
    }

    private void createProject() {
        String name = "terraform " + Tenant.someName();
        JsonNode created = sdk.post(ANY, GROUPS, """
                        {"name":"%s","orgId":"%s","withDefaultAlertsSettings":true,"tags":[{"key":"team","value":"payments"}]}""".formatted(name, stage.orgId()))
                .expect(201)
                .json();
        project = GROUPS + "/" + created.path("id").asText();
        JsonNode settings = sdk.get(ANY, project + "/settings").expect(200).json();
        sdk.patch(ANY, project + "/settings", settings.toString()).expect(200);
        remember("project", project);
        remember("settings", project + "/settings");
        remember("teams", project + "/teams");
        remember("limits", project + "/limits");
        remember("slow operations", project + "/managedSlowMs");
        assertThat(sdk.get(ANY, project + "/managedSlowMs").json().isBoolean()).isTrue();
        assertThat(sdk.get(ANY, project + "/limits").json().isArray()).isTrue();
        assertThat(sdk.get(ANY, project + "/ipAddresses").expect(200).at("/groupId"))
                .isEqualTo(created.path("id").asText());
    }

    private void createRoles() {
        JsonNode aws = createRole("{\"providerName\":\"AWS\"}");
        String principal = """
                {"providerName":"AZURE","atlasAzureAppId":"%s","servicePrincipalId":"%s","tenantId":"%s"}""".formatted(
                        AzureAccounts.PLATFORM_APPLICATION,
                        stage.newVault().keywardsPrincipal(),
                        AzureAccounts.CUSTOMER_TENANT);
        JsonNode azure = createRole(principal);
        JsonNode google = createRole("{\"providerName\":\"GCP\"}");

        String arn = stage.cloud()
                .createRole(
                        "terraform-" + project.substring(GROUPS.length() + 1),
                        aws.path("atlasAWSAccountArn").asText(),
                        aws.path("atlasAssumedRoleExternalId").asText());
        String awsPath = role(aws.path("roleId").asText());
        sdk.get(ANY, awsPath).expect(200);
        sdk.patch(ANY, awsPath, "{\"providerName\":\"AWS\",\"iamAssumedRoleArn\":\"" + arn + "\"}")
                .expect(200);
        String azurePath = role(azure.path("_id").asText());
        sdk.patch(ANY, azurePath, principal).expect(200);
        String googlePath = role(google.path("roleId").asText());
        await().atMost(A_WHILE).until(() -> {
            String status = sdk.get(ANY, googlePath).expect(200).at("/status");
            assertThat(status).isIn("IN_PROGRESS", "NOT_INITIATED", "COMPLETE");
            return status.equals("COMPLETE");
        });
        sdk.patch(ANY, googlePath, "{\"providerName\":\"GCP\"}").expect(200);
        remember("AWS role", awsPath);
        remember("Azure role", azurePath);
        remember("Google role", googlePath);
    }

    private JsonNode createRole(String body) {
        JsonNode created = sdk.post(ANY, project + "/cloudProviderAccess", body)
                .expect(200)
                .json();
        assertThat(created.path("createdDate").asText()).isNotBlank();
        return created;
    }

    private String role(String id) {
        assertThat(id).matches("[0-9a-f]{24}");
        return project + "/cloudProviderAccess/" + id;
    }

    private void enableEncryption() {
        String name = "terraform-" + project.substring(GROUPS.length() + 1);
        String key = stage.cloud().createKey("us-east-1");
        stage.cloud().allow(name, key, Tenant.ALL_ACTIONS);
        JsonNode configured = sdk.patch(ANY, project + "/encryptionAtRest", """
                        {"awsKms":{"enabled":true,"customerMasterKeyID":"%s","region":"US_EAST_1","roleId":"%s",
                         "requirePrivateNetworking":true},"azureKeyVault":{},"googleCloudKms":{},"enabledForSearchNodes":false}""".formatted(key, roleId("AWS role")))
                .expect(200)
                .json();
        assertThat(configured.at("/awsKms/valid").booleanValue()).isTrue();
        remember("encryption at rest", project + "/encryptionAtRest");
    }

    private String roleId(String resource) {
        String path = state.get(resource);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private void createEndpoint() {
        String endpoints = project + "/encryptionAtRest/AWS/privateEndpoints";
        String id = sdk.post(ANY, endpoints, "{\"cloudProvider\":\"AWS\",\"regionName\":\"US_EAST_1\"}")
                .expect(202)
                .at("/id");
        await().atMost(A_WHILE).until(() -> {
            String status = sdk.get(ANY, endpoints + "/" + id).expect(200).at("/status");
            assertThat(status).isIn("INITIATING", "ACTIVE");
            return status.equals("ACTIVE");
        });
        remember("private endpoint", endpoints + "/" + id);
    }

    private void createCluster() {
        sdk.post(GoSdk.CLUSTER_WRITE, project + "/clusters", cluster("M10", "10"))
                .expect(201);
        remember("cluster", project + "/clusters/orders");
        waitUntilIdle();
        waitUntilOnThePrivatePath();
        sdk.patch(GoSdk.CLUSTER_READ, project + "/clusters/orders/processArgs", "{\"javascriptEnabled\":false}")
                .expect(200);
        remember("process arguments", project + "/clusters/orders/processArgs");
        JsonNode containers = sdk.get(ANY, project + "/containers?providerName=AWS")
                .expect(200)
                .json();
        assertThat(containers.at("/results/0/regionName").asText()).isEqualTo("US_EAST_1");
        assertThat(containers.at("/results/0/id").asText()).isNotBlank();
    }

    private static String cluster(String size, String disk) {
        return """
                {"name":"orders","clusterType":"REPLICASET","encryptionAtRestProvider":"AWS","backupEnabled":true,
                 "replicationSpecs":[{"regionConfigs":[{"providerName":"AWS","regionName":"US_EAST_1","priority":7,
                  "electableSpecs":{"instanceSize":"%s","nodeCount":3,"diskSizeGB":%s}}]}]}""".formatted(size, disk);
    }

    private void waitUntilIdle() {
        await().atMost(A_WHILE).until(() -> {
            String name = sdk.get(GoSdk.CLUSTER_READ, state.get("cluster"))
                    .expect(200)
                    .at("/stateName");
            assertThat(name.equals("IDLE") || ON_THE_WAY.contains(name))
                    .as(name)
                    .isTrue();
            return name.equals("IDLE");
        });
    }

    /** What Keyward tells of a cluster beside what the provider reads; it changes by itself until then. */
    private void waitUntilOnThePrivatePath() {
        await().atMost(A_WHILE).until(() -> sdk.get(GoSdk.CLUSTER_READ, state.get("cluster"))
                .expect(200)
                .json()
                .at("/customerKey/privatePath")
                .asBoolean());
    }

    private void createAlertConfiguration() {
        Reply created = sdk.post(ANY, project + "/alertConfigs", """
                {"eventTypeName":"AWS_ENCRYPTION_KEY_NEEDS_ROTATION","enabled":true,
                 "threshold":{"operator":"GREATER_THAN","threshold":60,"units":"DAYS"},
                 "notifications":[
                  {"typeName":"GROUP","intervalMin":5,"delayMin":0,"emailEnabled":true,"smsEnabled":false,"roles":["GROUP_OWNER"]},
                  {"typeName":"PAGER_DUTY","intervalMin":5,"delayMin":0,"serviceKey":"a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4","region":"US"}]}""");
        String id = created.expect(201).at("/id");
        assertThat(created.text()).doesNotContain("a1b2c3d4a1b2c3d4a1b2c3d4a1b2c3d4");
        assertThat(created.header("location").orElse("")).endsWith("/alertConfigs/" + id);
        remember("alert configuration", project + "/alertConfigs/" + id);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(
                        sdk.list(ANY, project + "/alertConfigs").expect(200).results())
                .extracting(one -> one.path("eventTypeName").asText())
                .as("the one that enabling the key made, and this one")
                .filteredOn(type -> type.equals("AWS_ENCRYPTION_KEY_NEEDS_ROTATION"))
                .hasSize(2));
    }

    private void updateProject() {
        sdk.patch(ANY, project, "{\"tags\":[{\"key\":\"team\",\"value\":\"billing\"}]}")
                .expect(200);
        assertThat(sdk.get(ANY, project).expect(200).at("/tags/0/value")).isEqualTo("billing");
        ObjectNode settings =
                (ObjectNode) sdk.get(ANY, project + "/settings").expect(200).json();
        settings.put("isSchemaAdvisorEnabled", false);
        sdk.patch(ANY, project + "/settings", settings.toString()).expect(200);
        assertThat(sdk.get(ANY, project + "/settings").json()).isEqualTo(settings);
    }

    /** The provider sends the whole of what it read, with what is changed in its place. */
    private void updateEncryption() {
        ObjectNode whole = (ObjectNode)
                sdk.get(ANY, state.get("encryption at rest")).expect(200).json();
        whole.put("enabledForSearchNodes", true);
        JsonNode updated = sdk.patch(ANY, state.get("encryption at rest"), whole.toString())
                .expect(200)
                .json();
        assertThat(updated).isEqualTo(whole);
    }

    private void updateCluster() {
        sdk.patch(
                        GoSdk.CLUSTER_WRITE,
                        state.get("cluster"),
                        cluster("M20", "20").replace("\"name\":\"orders\",", ""))
                .expect(200);
        waitUntilIdle();
        assertThat(sdk.get(GoSdk.CLUSTER_READ, state.get("cluster"))
                        .at("/replicationSpecs/0/regionConfigs/0/electableSpecs/instanceSize"))
                .isEqualTo("M20");
        pause(true);
        pause(false);
    }

    /** As an apply of its own. */
    private void pause(boolean paused) {
        String path = state.get("cluster");
        sdk.patch(GoSdk.CLUSTER_WRITE, path, "{\"paused\":" + paused + "}").expect(200);
        await().atMost(A_WHILE).until(() -> {
            JsonNode now = sdk.get(GoSdk.CLUSTER_READ, path).expect(200).json();
            return now.path("paused").asBoolean() == paused
                    && now.path("stateName").asText().equals("IDLE");
        });
    }

    /** Read, changed in one place, and put back whole without what is the server's; secrets come back as they were shown. */
    private void updateAlertConfiguration() {
        String path = state.get("alert configuration");
        ObjectNode whole = (ObjectNode) sdk.get(ANY, path).expect(200).json();
        JsonNode before = whole.deepCopy();
        whole.remove(List.of("groupId", "created", "updated", "links"));
        ((ObjectNode) whole.path("threshold")).put("threshold", 30);
        JsonNode updated = sdk.put(ANY, path, whole.toString()).expect(200).json();
        assertThat(updated.at("/threshold/threshold").asInt()).isEqualTo(30);
        assertThat(updated.path("notifications")).isEqualTo(before.path("notifications"));
    }

    private void assertThatAPlanIsEmpty() {
        Map<String, JsonNode> first = readAll();
        assertThat(readAll()).isEqualTo(first);
    }

    private Map<String, JsonNode> readAll() {
        Map<String, JsonNode> read = new LinkedHashMap<>();
        state.forEach((resource, path) ->
                read.put(resource, sdk.get(version(path), path).expect(200).json()));
        return read;
    }

    private static String version(String path) {
        return path.contains("/clusters/") ? GoSdk.CLUSTER_READ : ANY;
    }

    /** By nothing but the ids that a user gives. */
    private void assertThatAnImportFindsEverything() {
        JsonNode roles =
                sdk.get(ANY, project + "/cloudProviderAccess").expect(200).json();
        assertThat(List.of(
                        roles.path("awsIamRoles").size(),
                        roles.path("azureServicePrincipals").size(),
                        roles.path("gcpServiceAccounts").size()))
                .containsOnly(1);
        assertThat(roles.at("/awsIamRoles/0/featureUsages/0/featureType").asText())
                .isEqualTo("ENCRYPTION_AT_REST");
        JsonNode encryption =
                sdk.get(ANY, project + "/encryptionAtRest").expect(200).json();
        assertThat(encryption.at("/awsKms/roleId").asText()).isEqualTo(roleId("AWS role"));
        assertThat(encryption.at("/awsKms/region").asText()).isEqualTo("US_EAST_1");
        assertThat(sdk.list(GoSdk.CLUSTER_READ, project + "/clusters").at("/results/0/name"))
                .isEqualTo("orders");
        assertThat(sdk.list(GoSdk.FLEX, project + "/flexClusters").at("/totalCount"))
                .isEqualTo("0");
    }

    /** In reverse order. What is still needed by something is kept, and the refusal says by what. */
    private void destroyEverything() {
        sdk.delete(ANY, state.get("alert configuration")).expect(204);
        sdk.get(ANY, state.get("alert configuration")).expect(404);
        assertThat(sdk.delete(ANY, project).expect(409).at("/errorCode"))
                .isEqualTo("CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_PRIVATE_ENDPOINT_SERVICES");
        destroyCluster();
        destroyEndpoint();
        String roleId = roleId("AWS role");
        assertThat(sdk.delete(ANY, project + "/cloudProviderAccess/AWS/" + roleId)
                        .expect(400)
                        .at("/errorCode"))
                .isEqualTo("AWS_IAM_ROLE_IN_USE");
        sdk.patch(ANY, state.get("encryption at rest"), """
                {"awsKms":{"enabled":false},"azureKeyVault":{"enabled":false},"googleCloudKms":{"enabled":false}}""").expect(200);
        sdk.delete(ANY, project + "/cloudProviderAccess/AWS/" + roleId).expect(204);
        sdk.delete(ANY, project + "/cloudProviderAccess/AZURE/" + roleId("Azure role"))
                .expect(204);
        sdk.delete(ANY, project + "/cloudProviderAccess/GCP/" + roleId("Google role"))
                .expect(204);
        assertThat(sdk.list(GoSdk.CLUSTER_READ, project + "/clusters").at("/totalCount"))
                .isEqualTo("0");
        sdk.delete(ANY, project).expect(202);
    }

    private void destroyCluster() {
        sdk.delete(GoSdk.CLUSTER_DELETE, state.get("cluster")).expect(202);
        await().atMost(A_WHILE)
                .until(() -> sdk.get(GoSdk.CLUSTER_READ, state.get("cluster")).status() == 404);
    }

    private void destroyEndpoint() {
        String path = state.get("private endpoint");
        sdk.delete(ANY, path).expect(204);
        await().atMost(A_WHILE).until(() -> {
            Reply reply = sdk.get(ANY, path);
            assertThat(reply.status() == 404 || reply.at("/status").equals("DELETING"))
                    .as("%s", reply)
                    .isTrue();
            return reply.status() == 404;
        });
    }

    private void remember(String resource, String path) {
        sdk.get(version(path), path).expect(200);
        state.put(resource, path);
    }
}
