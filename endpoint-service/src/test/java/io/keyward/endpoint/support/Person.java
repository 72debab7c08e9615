package io.keyward.endpoint.support;

import static io.restassured.RestAssured.given;

import io.keyward.access.ApiKey;
import io.keyward.access.Caller;
import io.keyward.access.Ha1;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ObjectIds;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;

/** Somebody with a key pair, who calls the API as curl does. */
public record Person(String publicKey) {
    private static final String PRIVATE_KEY = "11111111-2222-3333-4444-555555555555";
    private static final String VERSION = "application/vnd.atlas.2024-11-13+json";

    /** Somebody new with those roles in the project. */
    public static Person of(ConfigService config, String groupId, ProjectRole... roles) {
        return of(config, Caller.Kind.API_KEY, Map.of(groupId, Set.copyOf(Arrays.asList(roles))));
    }

    public static Person of(ConfigService config, Caller.Kind kind, Map<String, Set<ProjectRole>> roles) {
        String publicKey = ObjectIds.next();
        config.add(new ApiKey(
                publicKey,
                kind,
                publicKey,
                ObjectIds.next(),
                Set.of(OrgRole.ORG_MEMBER),
                roles,
                Ha1.of(publicKey, PRIVATE_KEY)));
        return new Person(publicKey);
    }

    /** A request without credentials first, then with the digest; in the version that the manual's samples name. */
    public RequestSpecification call() {
        return given().auth().digest(publicKey, PRIVATE_KEY).accept(VERSION);
    }

    public Response get(String path) {
        return call().get(path);
    }

    /** @param body with apostrophes for quotation marks */
    public Response post(String path, String body) {
        return call().contentType(VERSION).body(body.replace('\'', '"')).post(path);
    }

    public Response delete(String path) {
        return call().delete(path);
    }
}
