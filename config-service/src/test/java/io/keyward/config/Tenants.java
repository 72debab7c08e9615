package io.keyward.config;

import static io.restassured.RestAssured.given;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.peer.InternalPort;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.atlas.ObjectIds;
import io.keyward.config.access.credential.CredentialStore;
import io.keyward.config.access.credential.NewCredential;
import io.keyward.config.access.credential.Settings;
import io.keyward.contracts.Actor;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.ConfigProvider;

/** Makes projects, keys and roles for a test, each its own, and calls the API as somebody. */
public final class Tenants {
    public static final User OWNER = new User("aaaaaaaa", "owner-private-key");
    public static final String V2 = "/api/atlas/v2/groups";
    public static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-12345678";
    public static final String OTHER_KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-87654321";

    private Tenants() {}

    /** Somebody with a key pair. */
    public record User(String publicKey, String privateKey) {

        /** The organisation it belongs to. */
        public String orgId() {
            return get("/api/atlas/v2/orgs").then().statusCode(200).extract().path("results[0].id");
        }

        /** A request with this key pair, as clients make it: without credentials first, then with the digest. */
        public RequestSpecification call(String version) {
            return given().auth()
                    .digest(publicKey, privateKey)
                    .accept("application/vnd.atlas." + version + "+json")
                    .contentType(ContentType.JSON);
        }

        public Response get(String path) {
            return call("2024-11-13").get(path);
        }

        public Response post(String path, String body) {
            return call("2024-11-13").body(body.replace('\'', '"')).post(path);
        }

        public Response patch(String path, String body) {
            return call("2024-11-13").body(body.replace('\'', '"')).patch(path);
        }

        public Response put(String path, String body) {
            return call("2024-11-13").body(body.replace('\'', '"')).put(path);
        }

        public Response delete(String path) {
            return call("2024-11-13").delete(path);
        }
    }

    public static String orgId() {
        return rows("select id from organization order by created_at limit 1").getFirst();
    }

    /** A new project of {@link #OWNER}. */
    public static String project() {
        return OWNER.post(V2, "{'name':'p-%s','orgId':'%s'}".formatted(UUID.randomUUID(), orgId()))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** A role of that project that was authorised. */
    public static String role(String groupId) {
        String roleId = unauthorizedRole(groupId);
        authorize(groupId, roleId, "arn:aws:iam::111122223333:role/keyward")
                .then()
                .statusCode(200);
        return roleId;
    }

    public static String unauthorizedRole(String groupId) {
        return OWNER.post(V2 + "/" + groupId + "/cloudProviderAccess", "{'providerName':'AWS'}")
                .then()
                .statusCode(200)
                .extract()
                .path("roleId");
    }

    public static Response authorize(String groupId, String roleId, String arn) {
        return OWNER.patch(
                V2 + "/" + groupId + "/cloudProviderAccess/" + roleId,
                "{'providerName':'AWS','iamAssumedRoleArn':'" + arn + "'}");
    }

    public static String encryption(String groupId) {
        return V2 + "/" + groupId + "/encryptionAtRest";
    }

    public static String clusters(String groupId) {
        return V2 + "/" + groupId + "/clusters";
    }

    /** Body of a first configuration. */
    public static String configuring(String key, String roleId) {
        return "{'awsKms':{'enabled':true,'customerMasterKeyID':'%s','region':'US_EAST_1','roleId':'%s'}}"
                .formatted(key, roleId);
    }

    /** A project with {@link #KEY} in use. */
    public static String projectWithKey() {
        String groupId = project();
        OWNER.patch(encryption(groupId), configuring(KEY, role(groupId))).then().statusCode(200);
        return groupId;
    }

    /** Body of a cluster. */
    public static String cluster(String name, String provider) {
        return """
                {'name':'%s','clusterType':'REPLICASET','encryptionAtRestProvider':'%s','replicationSpecs':[{'regionConfigs':[
                 {'providerName':'AWS','regionName':'US_EAST_1','priority':7,
                  'electableSpecs':{'instanceSize':'M10','nodeCount':3,'diskSizeGB':10.0}}]}]}""".formatted(name, provider);
    }

    /** Somebody of the first organisation with roles in no project but the one given. */
    public static User user(Set<OrgRole> orgRoles, String groupId, ProjectRole... roles) {
        return user(orgId(), orgRoles, groupId, roles);
    }

    /** The owner of an organisation of their own. */
    public static User stranger() {
        String orgId = ObjectIds.next();
        rows("insert into organization (id, name, created_at) values ('" + orgId + "', '" + orgId
                + "', now()) returning id");
        return user(orgId, Set.of(OrgRole.ORG_OWNER), "");
    }

    public static User user(String orgId, Set<OrgRole> orgRoles, String groupId, ProjectRole... roles) {
        User user = new User("k" + UUID.randomUUID().toString().substring(0, 7), "private");
        CredentialStore store = Arc.container().instance(CredentialStore.class).get();
        Settings settings = Settings.of("", "For a test", orgRoles);
        NewCredential key = NewCredential.keyPair(
                orgId,
                Caller.Kind.API_KEY,
                user.publicKey(),
                user.privateKey(),
                roles.length == 0 ? settings : settings.withProjectRoles(groupId, Set.of(roles)));
        run(() -> store.create(key, Actor.system("test")));
        return user;
    }

    /** A request of another service on the internal port. */
    public static RequestSpecification peer(String service) {
        String token = Arc.container().instance(ServiceTokens.class).get().issue(service, "config-service");
        return given().port(Arc.container().instance(InternalPort.class).get().port())
                .contentType(ContentType.JSON)
                .auth()
                .preemptive()
                .oauth2(token);
    }

    /** Suspends a project, or takes it up again. */
    public static Response setState(String groupId, String state) {
        return OWNER.call("2024-11-13")
                .body("{\"state\":\"" + state + "\"}")
                .put("/api/keyward/v1/groups/" + groupId + "/state");
    }

    /** The first column of every row. */
    public static List<String> rows(String statement) {
        return run(() -> Panache.withTransaction(
                () -> Panache.getSession().chain(session -> session.createNativeQuery(statement, String.class)
                        .getResultList())));
    }

    /** Waits for work that needs a Vert.x context. */
    public static <T> T run(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new IllegalStateException(failure);
        }
    }

    public static String kafka() {
        return ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
    }
}
