package io.keyward.config.encryption;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.cluster;
import static io.keyward.config.Tenants.clusters;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.is;

import io.keyward.atlas.ObjectIds;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;

/** A project with a key and the cluster {@code orders} under it. */
record ProjectUnderKey(String groupId) {

    static ProjectUnderKey create() {
        ProjectUnderKey project = new ProjectUnderKey(projectWithKey());
        project.build(cluster("orders", "AWS"));
        return project;
    }

    /** Body that asks for another key. */
    static String otherKey(String arn) {
        return "{'awsKms':{'customerMasterKeyID':'" + arn + "'}}";
    }

    Response patch(String body) {
        return OWNER.patch(encryption(groupId), body);
    }

    /** The configuration as it reads. */
    Response read() {
        return OWNER.get(encryption(groupId));
    }

    void change(String arn) {
        patch(otherKey(arn)).then().statusCode(200).body("awsKms.customerMasterKeyID", is(arn));
    }

    void closeToTheInternet() {
        patch("{'awsKms':{'requirePrivateNetworking':true}}").then().statusCode(200);
    }

    ValidatableResponse refused(String body, int status, String code) {
        return patch(body).then().statusCode(status).body("errorCode", is(code));
    }

    void build(String body) {
        OWNER.call("2024-10-23")
                .body(body.replace('\'', '"'))
                .post(clusters(groupId))
                .then()
                .statusCode(201);
    }

    void takeDown(String cluster) {
        OWNER.call("2023-02-01")
                .delete(clusters(groupId) + "/" + cluster)
                .then()
                .statusCode(202);
    }

    /** As if a snapshot had been taken under the current key. */
    String backUp() {
        String id = ObjectIds.next();
        rows("""
                with taken as (
                    insert into snapshot (id, group_id, cluster_id, cluster_name, kind, members, cloud_provider, mongod_version, status,
                                          requested_at, finished_at, retained, request_revision, revision, version)
                    values ('%1$s', '%2$s', '%1$s', 'orders', 'REPLICA_SET', '[]', 'AWS', '8.0', 'COMPLETED', now(), now(), true, 1, 1, 0)
                    returning id)
                insert into snapshot_key (snapshot_id, position, key_id, provider, name)
                select '%1$s', 0, k.id, 'AWS', k.name from project_key k, taken where k.group_id = '%2$s' and k.state = 'CURRENT'
                returning snapshot_id""".formatted(id, groupId));
        return id;
    }

    /** As if the last check had found the key taken away. */
    void revoked(String arn) {
        rows(
                "insert into key_verdict (key_use_id, verdict, checked_at, revision) select id, 'REVOKED', now(), 1 from key_use"
                        + " where group_id = '" + groupId + "' and name = '" + arn + "' returning key_use_id");
    }

    String currentKey() {
        return rows("select id from project_key where state = 'CURRENT' and group_id = '" + groupId + "'")
                .getFirst();
    }

    /** What the last event about the cluster says. */
    List<String> keyIdsOf(String cluster) {
        return rows(
                "select jsonb_array_elements_text(last.payload->'keyIds') from (select payload from outbox where topic ="
                        + " 'keyward.clusters' and payload->>'groupId' = '" + groupId + "' and payload->>'name' = '"
                        + cluster
                        + "' order by position desc limit 1) last");
    }

    /** What the last event about the project's encryption says of its key uses. */
    List<String> keyUses(String field) {
        return rows("select jsonb_array_elements(last.payload->'keyUses')->>'" + field + "' from (select payload from"
                + " outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position desc limit 1) last");
    }

    /** Events about the project's encryption, oldest first. */
    List<String> events() {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }
}
