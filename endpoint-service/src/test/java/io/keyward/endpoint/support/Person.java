package io.keyward.endpoint.support;

import static io.restassured.RestAssured.given;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.DigestAlgorithm;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.atlas.ObjectIds;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
                new Principal(
                        publicKey,
                        kind,
                        publicKey,
                        ObjectIds.next(),
                        Set.of(OrgRole.ORG_MEMBER),
                        roles,
                        AccessList.NONE),
                Ha1.of(publicKey, PRIVATE_KEY),
                null));
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

    /**
     * Sends whatever body under whatever content type, which test libraries refuse to.
     *
     * @param contentType null for none
     * @return the status
     */
    public int send(String method, String path, String contentType, String body) {
        String challenge = given().get(path).header("WWW-Authenticate");
        String nonce = challenge.replaceFirst(".*nonce=\"([^\"]+)\".*", "$1");
        String response = DigestAlgorithm.MD5.hash(String.join(
                ":",
                Ha1.of(publicKey, PRIVATE_KEY),
                nonce,
                "00000001",
                "c",
                "auth",
                DigestAlgorithm.MD5.hash(method + ":" + path)));
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + RestAssured.port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Accept", VERSION)
                .header(
                        "Authorization",
                        "Digest username=\"%s\", realm=\"MMS Public API\", nonce=\"%s\", uri=\"%s\", cnonce=\"c\","
                                        .formatted(publicKey, nonce, path)
                                + " nc=00000001, qop=auth, response=\"%s\", algorithm=MD5".formatted(response));
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
