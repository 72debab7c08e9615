package io.keyward.config.encryption;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.is;

import io.keyward.atlas.ObjectIds;
import io.keyward.config.FarEnd;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A project and what can be asked about its Azure Key Vault. */
record AzureProject(String groupId) {
    static final String CLIENT = "b054a9ff-b60a-4cb6-8df6-20726eaefce6";
    static final String TENANT = "1f6ef922-9303-402a-bae2-cc68810b023c";
    static final String OTHER = "a39012fb-d604-4cd1-8841-77f705f3e6d5";
    static final String SUBSCRIPTION = "009774e0-124f-4a69-83e0-ca8cd8acb4e2";
    static final String KEY = "https://test-tf-export.vault.azure.net/keys/test/78b9134f9bc94fda8027a32b4715bf3f";
    static final String NEXT = "https://test-tf-export.vault.azure.net/keys/test/d891821e3d364e9eb88fbd3d11807b86";

    /** The object of the manual's PATCH. */
    static final String MANUAL = """
            'azureEnvironment':'AZURE','clientID':'%s','enabled':true,'keyIdentifier':'%s','keyVaultName':'test-tf-export',
            'resourceGroupName':'test-tf-export','subscriptionID':'%s','tenantID':'%s'""".formatted(CLIENT, KEY, SUBSCRIPTION, TENANT);

    static final String PRIVATELY = "'requirePrivateNetworking':true";

    /** Without any key. */
    static AzureProject create() {
        return new AzureProject(project());
    }

    /** With the manual's key, opened by a secret. */
    static AzureProject withKey() {
        AzureProject project = create();
        project.accepted(MANUAL + ",'secret':'hush-hush'");
        return project;
    }

    /** The same over private endpoints alone. */
    static AzureProject withPrivateKey() {
        AzureProject project = withKey();
        project.accepted(PRIVATELY);
        return project;
    }

    /** Sends those fields of {@code azureKeyVault}. */
    Response patch(String fields) {
        return OWNER.patch(encryption(groupId), "{'azureKeyVault':{" + fields + "}}");
    }

    ValidatableResponse accepted(String fields) {
        return patch(fields).then().statusCode(200);
    }

    ValidatableResponse refused(String fields, int status, String code) {
        return patch(fields).then().statusCode(status).body("errorCode", is(code));
    }

    Response forecast(String fields) {
        return OWNER.patch(encryption(groupId) + "?dryRun=true", "{'azureKeyVault':{" + fields + "}}");
    }

    Response read() {
        return OWNER.get(encryption(groupId));
    }

    Response admit(String region) {
        return peer("endpoint-service")
                .body("{\"provider\":\"AZURE\",\"region\":\"" + region + "\"}")
                .post(Admitting.path(groupId));
    }

    /** A role that was authorised. */
    String role() {
        String roleId = unauthorizedRole();
        OWNER.patch(V2 + "/" + groupId + "/cloudProviderAccess/" + roleId, "{'providerName':'AZURE'}")
                .then()
                .statusCode(200)
                .body("authorized", is(true));
        return roleId;
    }

    String unauthorizedRole() {
        return OWNER.post(
                        V2 + "/" + groupId + "/cloudProviderAccess",
                        "{'providerName':'AZURE','tenantId':'%s','servicePrincipalId':'%s'}".formatted(OTHER, CLIENT))
                .then()
                .statusCode(200)
                .extract()
                .path("_id");
    }

    /** A cluster under the vault's key, in those regions of that cloud. */
    void build(String name, String cloud, String... regions) {
        build(name, Stream.of(regions).map(region -> cloud + ":" + region).toList());
    }

    /** One with nodes on AWS as well. */
    void buildOnTwoClouds(String name) {
        build(name, List.of("AZURE:US_EAST_2", "AWS:US_EAST_1"));
    }

    private void build(String name, List<String> places) {
        ask(name, places).then().statusCode(201);
    }

    /** Asks for a cluster under the vault's key, in places such as {@code AZURE:US_EAST_2}. */
    Response ask(String name, List<String> places) {
        return OWNER.call("2024-10-23").body("""
                        {"name":"%s","clusterType":"REPLICASET","encryptionAtRestProvider":"AZURE",%s}""".formatted(name, specs(places))).post(clusters(groupId));
    }

    /** Asks for a cluster to be in those places from now on. */
    Response move(String name, List<String> places) {
        return OWNER.call("2024-10-23").body("{" + specs(places) + "}").patch(clusters(groupId) + "/" + name);
    }

    private static String specs(List<String> places) {
        return IntStream.range(0, places.size())
                .mapToObj(index -> region(places.get(index).split(":"), index, places.size() == 1 ? 3 : 2 - index))
                .collect(Collectors.joining(",", "\"replicationSpecs\":[{\"regionConfigs\":[", "]}]"));
    }

    private static String region(String[] place, int index, int nodes) {
        return """
                {"providerName":"%s","regionName":"%s","priority":%d,
                 "electableSpecs":{"instanceSize":"M10","nodeCount":%d,"diskSizeGB":10.0}}""".formatted(place[0], place[1], 7 - index, nodes);
    }

    /** Endpoints on Azure, each as {@code region:status}. */
    static FarEnd.Answer endpoints(String... regions) {
        String list = Stream.of(regions)
                .map(region -> region.split(":"))
                .map(parts ->
                        "{\"id\":\"%s\",\"provider\":\"AZURE\",\"region\":\"%s\",\"status\":\"%s\",\"since\":\"2026-01-01T00:00:00Z\"}"
                                .formatted(ObjectIds.next(), parts[0], parts[1]))
                .collect(Collectors.joining(","));
        return question -> "{\"endpoints\":[" + list + "]}";
    }

    /** A check that did not find the key valid; the last call was answered so. */
    static FarEnd.Answer refusing(String outcome, String reason, String operation, String code) {
        return question -> """
                {"outcome":"%s","reason":"%s","explanation":"It is so.","remedy":"Do this.","key":null,"calls":[
                 {"operation":"%s","target":"t","region":"global","path":"PUBLIC","code":"%s","requestId":"r",
                  "at":"2026-01-01T00:00:00Z","latencyMillis":3}]}""".formatted(outcome, reason, operation, code);
    }

    /** What the last event about the project's encryption says of its key uses. */
    List<String> keyUses(String path) {
        return rows("select jsonb_array_elements(last.payload->'keyUses')#>>'{" + path + "}' from (select payload from"
                + " outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position desc limit 1) last");
    }

    /** Everything that is stored of the project's encryption, and all that was told of it. */
    String stored() {
        return String.join("\n", rows("""
                select cast(row(e.*) as text) from encryption_config e where group_id = '%1$s'
                union all select cast(row(k.*) as text) from project_key k where group_id = '%1$s'
                union all select cast(row(u.*) as text) from key_use u where group_id = '%1$s'
                union all select cast(row(c.*) as text) from kms_credential c where group_id = '%1$s'
                union all select cast(payload as text) from outbox where key = '%1$s' and topic = 'keyward.encryption'
                """.formatted(groupId)));
    }

    List<String> credentials() {
        return rows("select id from kms_credential where group_id = '" + groupId + "' order by created_at");
    }
}
