package io.keyward.config.access;

import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.stranger;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.keyward.config.FarEnd;
import io.keyward.config.Tenants.User;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** There is always somebody who can manage an organisation, and somebody to write to. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class LastOwnerIT {
    private static final int TIMES = 4;

    @Test
    @Rule("A6")
    void theLastCredentialThatOwnsStays() {
        User owner = stranger();
        String keys = "/api/keyward/v1/orgs/" + owner.orgId() + "/apiKeys";
        String own = keys + "/" + owner.get(keys).then().extract().path("results[0].id");

        owner.delete(own).then().statusCode(409).body("errorCode", is("CANNOT_REMOVE_LAST_OWNER"));
        owner.patch(own, "{'roles':['ORG_MEMBER']}").then().statusCode(409);
        owner.get(own).then().body("roles[0].roleName", is("ORG_OWNER"));

        Account account = Account.create(owner, owner.orgId(), "ORG_OWNER");
        String accountPath = Account.path(owner.orgId()) + "/" + account.clientId();
        String secretId = owner.get(accountPath).then().extract().path("secrets[0].id");
        owner.delete(own).then().statusCode(204);

        String token = account.bearer();
        Account.with(token).delete(accountPath).then().statusCode(409);
        Account.with(token)
                .delete(accountPath + "/secrets/" + secretId)
                .then()
                .statusCode(409)
                .body("errorCode", is("CANNOT_REMOVE_LAST_OWNER"));
    }

    @Test
    @Rule("A6")
    void whereListsAreRequiredAnOwnerWithoutOneDoesNotCount() {
        User owner = stranger();
        String org = "/api/keyward/v1/orgs/" + owner.orgId();
        String keys = org + "/apiKeys";
        String own = keys + "/" + owner.get(keys).then().extract().path("results[0].id");
        String here = "[{'ipAddress':'127.0.0.1'},{'ipAddress':'::1'}]";
        owner.post(own + "/accessList", here).then().statusCode(201);
        owner.patch(org, "{'apiAccessListRequired':true}").then().statusCode(200);
        String other = keys + "/"
                + owner.post(keys, "{'desc':'second','roles':['ORG_OWNER']}")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");

        owner.delete(own).then().statusCode(409).body("errorCode", is("CANNOT_REMOVE_LAST_OWNER"));
        owner.patch(own, "{'roles':['ORG_MEMBER']}").then().statusCode(409);

        owner.post(other + "/accessList", here).then().statusCode(201);
        owner.delete(other + "/accessList/127.0.0.1").then().statusCode(204);
        owner.delete(own).then().statusCode(204);
    }

    @Test
    @Rule("A6")
    void twoWhoRemoveEachOtherAtOnceDoNotBothSucceed() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            User first = stranger();
            String orgId = first.orgId();
            String keys = "/api/keyward/v1/orgs/" + orgId + "/apiKeys";
            String firstId = first.get(keys).then().extract().path("results[0].id");
            Response made = first.post(keys, "{'desc':'second','roles':['ORG_OWNER']}");
            User second = new User(made.path("publicKey"), made.path("privateKey"));

            List<Integer> answers =
                    atOnce(() -> first.delete(keys + "/" + made.path("id")).statusCode(), () -> second.patch(
                                    keys + "/" + firstId, "{'roles':['ORG_MEMBER']}")
                            .statusCode());

            assertThat(rows("select c.id from credential c join credential_org_role r on r.credential_id = c.id"
                            + " where c.org_id = '" + orgId + "' and r.role = 'ORG_OWNER' and c.deleted_at is null"))
                    .as("owners left after %s", answers)
                    .hasSize(1);
        }
    }

    @Test
    @Rule("A6")
    void twoOwnersAmongThePeopleDoNotBothGo() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            User owner = stranger();
            String members = "/api/keyward/v1/orgs/" + owner.orgId() + "/members";
            List<String> ids = IntStream.range(0, 2)
                    .mapToObj(n -> owner.post(
                                    members,
                                    "{'name':'N','email':'n%d@keyward.example','orgRoles':['ORG_OWNER']}".formatted(n))
                            .then()
                            .statusCode(201)
                            .extract()
                            .<String>path("id"))
                    .toList();

            List<Integer> answers =
                    atOnce(() -> owner.delete(members + "/" + ids.getFirst()).statusCode(), () -> owner.patch(
                                    members + "/" + ids.getLast(), "{'orgRoles':['ORG_MEMBER']}")
                            .statusCode());

            assertThat(answers).contains(409).containsAnyOf(200, 204);
        }
    }

    private static List<Integer> atOnce(Callable<Integer> one, Callable<Integer> other) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> both =
                    Stream.of(one, other).map(threads::submit).toList();
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }
}
