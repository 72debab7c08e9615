package io.keyward.config.role;

import static io.keyward.config.Tenants.KEY;
import static io.keyward.config.Tenants.OWNER;
import static io.keyward.config.Tenants.V2;
import static io.keyward.config.Tenants.authorize;
import static io.keyward.config.Tenants.configuring;
import static io.keyward.config.Tenants.encryption;
import static io.keyward.config.Tenants.project;
import static io.keyward.config.Tenants.role;
import static io.keyward.config.Tenants.unauthorizedRole;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class RoleIT {
    private static final String ARN = "arn:aws:iam::111122223333:role/keyward";
    private static final String OTHER_ARN = "arn:aws:iam::111122223333:role/keyward-2";

    FarEnd validation;

    @BeforeEach
    void forget() {
        validation.reset();
    }

    @Test
    @Rule("R1")
    void aNewRoleSaysWhomToTrust() {
        String groupId = project();

        OWNER.post(roles(groupId), "{'providerName':'AWS'}")
                .then()
                .statusCode(200)
                .body("providerName", is("AWS"))
                .body("atlasAWSAccountArn", startsWith("arn:aws:iam::"))
                .body("atlasAssumedRoleExternalId", notNullValue())
                .body("$", hasKey("authorizedDate"))
                .body("authorizedDate", nullValue())
                .body("$", hasKey("iamAssumedRoleArn"))
                .body("iamAssumedRoleArn", nullValue())
                .body("featureUsages", hasSize(0))
                .body("authorized", is(false));
        String first = unauthorizedRole(groupId);
        String second = unauthorizedRole(groupId);

        assertThat(externalId(groupId, first)).isNotEqualTo(externalId(groupId, second));
        OWNER.get(roles(groupId))
                .then()
                .statusCode(200)
                .body("awsIamRoles", hasSize(3))
                .body("azureServicePrincipals", hasSize(0))
                .body("gcpServiceAccounts", hasSize(0));
    }

    @Test
    @Rule("R1")
    void isAuthorizedByBeingAssumedWithItsExternalId() {
        String groupId = project();
        String roleId = unauthorizedRole(groupId);

        authorize(groupId, roleId, ARN)
                .then()
                .statusCode(200)
                .body("iamAssumedRoleArn", is(ARN))
                .body("authorizedDate", notNullValue())
                .body("authorized", is(true));

        FarEnd.Asked asked = validation.askedAboutRoles("AWS").getLast();
        assertThat(asked.question().path("externalId").asText()).isEqualTo(externalId(groupId, roleId));
        assertThat(asked.authorization()).startsWith("Bearer ");
    }

    @Test
    @Rule({"R1", "R6"})
    void aRoleThatCannotBeAssumedStaysUnauthorized() {
        String groupId = project();
        String roleId = unauthorizedRole(groupId);
        validation.onRole(question ->
                "{\"outcome\":\"REFUSED\",\"explanation\":\"AWS said no.\",\"remedy\":\"Trust us.\",\"calls\":[]}");

        authorize(groupId, roleId, ARN)
                .then()
                .statusCode(400)
                .body("errorCode", is("CANNOT_ASSUME_ROLE"))
                .body("parameters[0]", is(ARN))
                .body("detail", containsString("AWS said no. Trust us."));
        OWNER.get(roles(groupId) + "/" + roleId).then().body("iamAssumedRoleArn", nullValue());

        validation.onRole(question -> "");
        authorize(groupId, roleId, ARN).then().statusCode(503).header("Retry-After", notNullValue());
    }

    @Test
    @Rule("R4")
    void aRoleInUseIsNotRemoved() {
        String groupId = project();
        String roleId = role(groupId);
        OWNER.patch(encryption(groupId), configuring(KEY, roleId)).then().statusCode(200);

        OWNER.delete(roles(groupId) + "/AWS/" + roleId)
                .then()
                .statusCode(400)
                .body("errorCode", is("AWS_IAM_ROLE_IN_USE"))
                .body("parameters[0]", containsString(roleId))
                .body("detail", containsString(KEY));
        OWNER.get(roles(groupId) + "/" + roleId)
                .then()
                .body("featureUsages[0].featureType", is("ENCRYPTION_AT_REST"))
                .body("featureUsages[0].featureId", nullValue());

        OWNER.patch(encryption(groupId), "{'awsKms':{'enabled':false}}").then().statusCode(200);
        OWNER.delete(roles(groupId) + "/AWS/" + roleId).then().statusCode(204);
        OWNER.get(roles(groupId) + "/" + roleId)
                .then()
                .statusCode(404)
                .body("errorCode", is("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"));
    }

    @Test
    @Rule("R7")
    void anotherArnOfARoleInUseIsTriedOnTheKeyFirst() {
        String groupId = project();
        String roleId = role(groupId);
        OWNER.patch(encryption(groupId), configuring(KEY, roleId)).then().statusCode(200);
        validation.onKey(FarEnd.refusing("REVOKED", "ACCESS_REVOKED"));

        authorize(groupId, roleId, OTHER_ARN)
                .then()
                .statusCode(400)
                .body("errorCode", is("NO_PERMISSION_TO_ENCRYPT_DECRYPT"));
        OWNER.get(roles(groupId) + "/" + roleId).then().body("iamAssumedRoleArn", is(ARN));

        validation.onKey(FarEnd::valid);
        authorize(groupId, roleId, OTHER_ARN).then().statusCode(200).body("iamAssumedRoleArn", is(OTHER_ARN));
        assertThat(validation
                        .asked("key-checks")
                        .getLast()
                        .question()
                        .path("roleArn")
                        .asText())
                .isEqualTo(OTHER_ARN);
    }

    @Test
    void refusesNonsenseAndTellsAnIdFromAnArn() {
        String groupId = project();
        String roleId = unauthorizedRole(groupId);
        OWNER.post(roles(groupId), "{'providerName':'IBM'}")
                .then()
                .statusCode(400)
                .body("errorCode", is("INVALID_PROVIDER"))
                .body("detail", containsString("Allowed: [AWS, AZURE, GCP]"));
        OWNER.post(roles(groupId), "{}").then().statusCode(400).body("errorCode", is("MISSING_ATTRIBUTE"));
        authorize(groupId, roleId, "nonsense").then().statusCode(400);
        authorize(groupId, roleId, roleId)
                .then()
                .statusCode(400)
                .body("detail", containsString("belongs into the path"));
        authorize(groupId, "0123456789abcdef01234567", ARN).then().statusCode(404);
        OWNER.patch(encryption(groupId), configuring(KEY, ARN))
                .then()
                .statusCode(404)
                .body("errorCode", is("CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND"))
                .body("detail", containsString("This is an ARN"));
        OWNER.delete(roles(groupId) + "/GCP/0123456789abcdef01234567").then().statusCode(404);
    }

    private static String roles(String groupId) {
        return V2 + "/" + groupId + "/cloudProviderAccess";
    }

    private static String externalId(String groupId, String roleId) {
        return OWNER.get(roles(groupId) + "/" + roleId).then().extract().path("atlasAssumedRoleExternalId");
    }
}
