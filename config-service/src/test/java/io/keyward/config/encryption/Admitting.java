package io.keyward.config.encryption;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.peer;
import static io.keyward.config.Tenants.projectWithKey;
import static io.keyward.config.Tenants.rows;
import static org.hamcrest.Matchers.is;

import io.restassured.response.Response;
import java.util.List;

/** endpoint-service, as far as it asks for admissions. */
final class Admitting {
    private Admitting() {}

    /** A project with a key that requires private networking. */
    static String privateProject() {
        String groupId = projectWithKey();
        OWNER.patch(encryption(groupId), "{'awsKms':{'requirePrivateNetworking':true}}")
                .then()
                .statusCode(200);
        return groupId;
    }

    static Response admit(String groupId, String region) {
        return peer("endpoint-service")
                .body("{\"provider\":\"AWS\",\"region\":\"" + region + "\"}")
                .post(path(groupId));
    }

    static String path(String groupId) {
        return "/internal/v1/projects/" + groupId + "/endpoint-admissions";
    }

    /** Of an admission, which names {@code key}. */
    static long stamp(Response reply, String key) {
        return reply.then()
                .statusCode(200)
                .body("key", is(key))
                .extract()
                .jsonPath()
                .getLong("stamp");
    }

    static void refused(Response reply, int status, String code) {
        reply.then().statusCode(status).body("errorCode", is(code));
    }

    /** What the outbox has of its encryption, oldest first. */
    static List<String> events(String groupId) {
        return rows("select cast(payload as text) from outbox where topic = 'keyward.encryption' and key = '" + groupId
                + "' order by position");
    }
}
