package io.keyward.config.role;

import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.rows;
import static io.keyward.config.Tenants.unauthorizedRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Roles of Azure and Google, and what one cloud's roles are to another's paths. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class CloudRoleIT {
    private static final String TENANT = "11111111-2222-3333-4444-555555555555";
    private static final String PRINCIPAL = "66666666-7777-8888-9999-aaaaaaaaaaaa";
    private static final String OTHER_PRINCIPAL = "bbbbbbbb-7777-8888-9999-aaaaaaaaaaaa";
    private static final String APPLICATION = "0a1b2c3d-1111-2222-3333-0a1b2c3d4e5f";
    private static final String AZURE = "{'providerName':'AZURE','tenantId':'%s','servicePrincipalId':'%s'}";
    private static final String GCP = "{'providerName':'GCP'}";

    FarEnd validation;

    @Inject
    OtherFeature other;

    @AfterEach
    void letGo() {
        other.letGo();
        validation.reset();
    }

    @Test
    void anAzureServicePrincipalIsKnownByItsUnderscoredId() {
        String groupId = project();
        String id = OWNER.post(roles(groupId), AZURE.formatted(TENANT, PRINCIPAL))
                .then()
                .statusCode(200)
                .body("providerName", is("AZURE"))
                .body("tenantId", is(TENANT))
                .body("servicePrincipalId", is(PRINCIPAL))
                .body("atlasAzureAppId", is(APPLICATION))
                .body("createdDate", notNullValue())
                .body("lastUpdatedDate", notNullValue())
                .body("featureUsages", hasSize(0))
                .body("authorized", is(false))
                .body("$", not(hasKey("roleId")))
                .extract()
                .path("_id");

        String first = OWNER.get(roles(groupId) + "/" + id)
                .then()
                .statusCode(200)
                .body("_id", is(id))
                .extract()
                .path("lastUpdatedDate");
        String same = "{'providerName':'AZURE','atlasAzureAppId':'%s','tenantId':'%s','servicePrincipalId':'%s'}";
        OWNER.patch(roles(groupId) + "/" + id, same.formatted(APPLICATION, TENANT, OTHER_PRINCIPAL))
                .then()
                .statusCode(200)
                .body("servicePrincipalId", is(OTHER_PRINCIPAL))
                .body("atlasAzureAppId", is(APPLICATION))
                .body("tenantId", is(TENANT))
                .body("authorized", is(true));
        assertThat(first).isNotEmpty();
        OWNER.patch(roles(groupId) + "/" + id, "{'providerName':'AZURE'}")
                .then()
                .statusCode(200)
                .body("servicePrincipalId", is(OTHER_PRINCIPAL));
        OWNER.get(roles(groupId))
                .then()
                .body("azureServicePrincipals._id", is(List.of(id)))
                .body("awsIamRoles", hasSize(0));
        OWNER.delete(roles(groupId) + "/AZURE/" + id).then().statusCode(204);
        OWNER.get(roles(groupId) + "/" + id).then().statusCode(404);
        assertThat(logged(groupId))
                .containsExactly(
                        "CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_ADDED",
                        "CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_UPDATED",
                        "CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_UPDATED",
                        "CLOUD_PROVIDER_ACCESS_AZURE_SERVICE_PRINCIPAL_DELETED");
    }

    @Test
    @Rule("R1")
    void aServicePrincipalThatDoesNotLetUsInStaysAsItWas() {
        String groupId = project();
        String id =
                OWNER.post(roles(groupId), AZURE.formatted(TENANT, PRINCIPAL)).path("_id");
        validation.onRole(
                question -> question.path("servicePrincipalId").asText().equals(PRINCIPAL)
                        ? "{\"outcome\":\"REFUSED\",\"explanation\":\"Entra said no.\",\"remedy\":\"Make it.\",\"calls\":[]}"
                        : "");

        OWNER.patch(roles(groupId) + "/" + id, AZURE.formatted(TENANT, PRINCIPAL))
                .then()
                .statusCode(400)
                .body("errorCode", is("CANNOT_ASSUME_ROLE"))
                .body("parameters[0]", is(PRINCIPAL))
                .body("detail", containsString("Entra said no. Make it."));
        OWNER.patch(roles(groupId) + "/" + id, AZURE.formatted(TENANT, OTHER_PRINCIPAL))
                .then()
                .statusCode(503);
        OWNER.get(roles(groupId) + "/" + id)
                .then()
                .body("servicePrincipalId", is(PRINCIPAL))
                .body("authorized", is(false));

        assertThat(validation.askedAboutRoles("AZURE").getFirst().question().toString())
                .contains("\"provider\":\"AZURE\"", TENANT);
    }

    @Test
    void aGoogleServiceAccountTakesAMomentAndIsTheSameForAllRolesOfAProject() {
        String groupId = project();
        validation.onRole(
                question -> "{\"outcome\":\"INCONCLUSIVE\",\"explanation\":\"It is not there yet.\",\"calls\":[]}");
        String id = OWNER.post(roles(groupId), GCP)
                .then()
                .statusCode(200)
                .body("providerName", is("GCP"))
                .body("status", is("IN_PROGRESS"))
                .body("authorized", is(false))
                .body(
                        "gcpServiceAccountForAtlas",
                        matchesPattern("^mongodb-atlas-[0-9a-z]{16}@p-[0-9a-z]{24}.iam.gserviceaccount.com$"))
                .extract()
                .path("roleId");
        await().until(() -> validation.askedAboutRoles("GCP").stream()
                .anyMatch(asked ->
                        asked.question().path("serviceAccount").asText().equals(account(groupId, id))));
        OWNER.get(roles(groupId) + "/" + id).then().body("status", is("IN_PROGRESS"));

        validation.reset();
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> OWNER.get(roles(groupId) + "/" + id)
                .then()
                .statusCode(200)
                .body("status", is("COMPLETE")));

        String second = OWNER.post(roles(groupId), GCP)
                .then()
                .statusCode(200)
                .body("status", is("COMPLETE"))
                .body("gcpServiceAccountForAtlas", is(account(groupId, id)))
                .extract()
                .path("roleId");
        OWNER.patch(roles(groupId) + "/" + second, GCP)
                .then()
                .statusCode(200)
                .body("status", is("COMPLETE"))
                .body("roleId", is(second));
        OWNER.get(roles(groupId)).then().body("gcpServiceAccounts.roleId", is(List.of(id, second)));
        String elsewhere = project();
        OWNER.post(roles(elsewhere), GCP).then().body("gcpServiceAccountForAtlas", not(is(account(groupId, id))));
    }

    @Test
    @Rule("R4")
    void neitherIsRemovedOrRenamedWhileInUse() {
        String groupId = project();
        String azure =
                OWNER.post(roles(groupId), AZURE.formatted(TENANT, PRINCIPAL)).path("_id");
        String google = OWNER.post(roles(groupId), GCP).path("roleId");
        other.use(azure);
        other.use(google);

        refused(OWNER.delete(roles(groupId) + "/AZURE/" + azure), "AZURE_SERVICE_PRINCIPAL_IN_USE", azure);
        refused(OWNER.delete(roles(groupId) + "/GCP/" + google), "GCP_SERVICE_ACCOUNT_IN_USE", google);
        OWNER.get(roles(groupId) + "/" + google).then().body("authorized", is(true));
        refused(
                OWNER.patch(roles(groupId) + "/" + azure, AZURE.formatted(TENANT, OTHER_PRINCIPAL)),
                "AZURE_SERVICE_PRINCIPAL_IN_USE",
                azure);
        OWNER.get(roles(groupId) + "/" + azure)
                .then()
                .body("servicePrincipalId", is(PRINCIPAL))
                .body("featureUsages[0].featureType", is("ENCRYPTION_AT_REST"));
        OWNER.patch(roles(groupId) + "/" + azure, AZURE.formatted(TENANT, PRINCIPAL))
                .then()
                .statusCode(200);
    }

    private static void refused(Response response, String code, String roleId) {
        response.then()
                .statusCode(400)
                .body("errorCode", is(code))
                .body("parameters[0]", containsString(roleId))
                .body("detail", containsString(OtherFeature.USE));
    }

    @Test
    void refusesWhatAzureWouldNotKnow() {
        String groupId = project();
        String noTenant = "{'providerName':'AZURE','servicePrincipalId':'" + PRINCIPAL + "'}";
        OWNER.post(roles(groupId), noTenant)
                .then()
                .statusCode(400)
                .body("errorCode", is("MISSING_ATTRIBUTE"))
                .body("parameters[0]", is("tenantId"));
        OWNER.post(roles(groupId), AZURE.formatted("nonsense", PRINCIPAL))
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_ATTRIBUTE"))
                .body("detail", containsString("UUID"));
    }

    @Test
    void oneCloudsRoleIsNotFoundAmongAnothers() {
        String groupId = project();
        String aws = unauthorizedRole(groupId);
        OWNER.delete(roles(groupId) + "/AZURE/" + aws)
                .then()
                .statusCode(404)
                .body("errorCode", is("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"))
                .body("detail", containsString("cloudProviderAccess/AWS/" + aws));
        OWNER.delete(roles(groupId) + "/IBM/" + aws).then().statusCode(400).body("errorCode", is("INVALID_PROVIDER"));
        OWNER.patch(roles(groupId) + "/" + aws, GCP)
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_PROVIDER"))
                .body("detail", containsString("is of AWS"));
        OWNER.get(roles(groupId) + "/arn:aws:iam::111122223333:role%2Fkeyward")
                .then()
                .statusCode(404);
        OWNER.get(roles(groupId) + "/" + aws).then().statusCode(200).body("authorized", is(false));
    }

    private static List<String> logged(String groupId) {
        return rows("select type from activity_entry where group_id = '" + groupId
                + "' and type like 'CLOUD_PROVIDER%' order by at, id");
    }

    private static String account(String groupId, String roleId) {
        return OWNER.get(roles(groupId) + "/" + roleId).path("gcpServiceAccountForAtlas");
    }

    private static String roles(String groupId) {
        return V2 + "/" + groupId + "/cloudProviderAccess";
    }
}
