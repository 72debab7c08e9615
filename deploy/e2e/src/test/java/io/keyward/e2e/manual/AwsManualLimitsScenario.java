package io.keyward.e2e.manual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.keyward.e2e.http.Reply;
import io.keyward.e2e.stage.Stage;
import io.keyward.e2e.stage.Tenant;
import io.keyward.testkit.Rule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page says cannot be, or has to be there before: its limitations, its prerequisites, and steps taken in a wrong order. */
@ExtendWith(Stage.Extension.class)
class AwsManualLimitsScenario {
    private static final String HOME = "us-east-1";
    private static final String SECOND = "eu-west-1";
    private static final Duration A_WHILE = Duration.ofSeconds(45);

    private final Stage stage;

    AwsManualLimitsScenario(Stage stage) {
        this.stage = stage;
    }

    @Test
    @DisplayName("limitation: one cloud, and in several regions a multi-Region key")
    @Rule({"C6", "K8", "C15"})
    void privateNetworkingIsForOneCloudAndForKeysThatAreWhereTheClusterIs() {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        tenant.configure().expect(200);
        createOnTwoClouds(tenant).expect(201);
        tenant.createCluster("wide", HOME, SECOND).expect(201);

        // When
        Reply turnedOn = tenant.privateNetworking(true);

        // Then
        assertThat(turnedOn.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        assertThat(turnedOn.at("/detail")).contains("two-clouds", "GCP", "wide", "EU_WEST_1", "single-Region key");
        assertThat(tenant.configuration().path("requirePrivateNetworking").asBoolean())
                .isFalse();

        // Given
        tenant.removeCluster("two-clouds");
        tenant.removeCluster("wide");
        tenant.privateNetworking(true).expect(200);
        tenant.createCluster("narrow", HOME).expect(201);

        // When
        Reply onTwoClouds = createOnTwoClouds(tenant);
        Reply wide = tenant.createCluster("wide", HOME, SECOND);
        Reply widened = tenant.patchClusterRegions("narrow", HOME, SECOND);

        // Then
        assertThat(List.of(onTwoClouds, wide, widened))
                .allSatisfy(refused -> assertThat(refused.expect(400).at("/errorCode"))
                        .isEqualTo("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED"));
        assertThat(onTwoClouds.at("/detail")).contains("two-clouds", "more than one cloud");
        assertThat(wide.at("/detail")).contains("wide", "single-Region key");
        assertThat(widened.at("/detail")).contains("narrow", "single-Region key");
    }

    @Test
    @DisplayName("limitation: projects in the state ACTIVE")
    @Rule("A2")
    void privateNetworkingIsForActiveProjects() {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        tenant.configure().expect(200);
        tenant.changeState("INACTIVE").expect(200);

        // When
        Reply turnedOn = tenant.privateNetworking(true);

        // Then
        assertThat(turnedOn.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        assertThat(turnedOn.at("/detail")).contains("ACTIVE");

        // Given
        tenant.changeState("ACTIVE").expect(200);
        tenant.privateNetworking(true).expect(200);
        tenant.changeState("INACTIVE").expect(200);
        int checks = tenant.lastCheck().path("checks").asInt();

        // When
        Reply endpoint = tenant.endpoints().create(HOME);

        // Then
        assertThat(endpoint.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED");
        assertThat(tenant.endpoints().list()).isEmpty();
        await().atMost(A_WHILE).untilAsserted(() -> {
            assertThat(tenant.lastCheck().path("outcome").asText()).isEqualTo("VALID");
            assertThat(tenant.lastCheck().path("checks").asInt()).isGreaterThan(checks);
        });
    }

    @Test
    @DisplayName("prerequisite: clusters of size M10 or larger")
    @Rule("K1")
    void customerKeysNeedDedicatedMachines() {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        tenant.configure().expect(200);
        String shared = tenant.clusterBody("small", "AWS", "M0")
                .replace("\"providerName\":\"AWS\"", "\"providerName\":\"TENANT\",\"backingProviderName\":\"AWS\"");

        // When
        Reply small = stage.api().post(tenant.project("/clusters"), tenant.clusterBody("small", "AWS", "M5"));
        Reply tenantCluster = stage.api().post(tenant.project("/clusters"), shared);

        // Then
        assertThat(small.expect(400).at("/detail")).contains("M5", "M10");
        assertThat(tenantCluster.expect(400).at("/errorCode")).isEqualTo("CANNOT_USE_ENCRYPTION_AT_REST_TENANT");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kms:DescribeKey", "kms:Encrypt", "kms:Decrypt"})
    @DisplayName("prerequisite: the role may describe the key, encrypt and decrypt")
    @Rule("R5")
    void theRoleNeedsEachOfThreePermissions(String missing) {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        tenant.allow(List.of(Tenant.ALL_ACTIONS).stream()
                .filter(action -> !action.equals(missing))
                .toArray(String[]::new));

        // When
        Reply refused = tenant.configure();

        // Then
        assertThat(refused.expect(400).at("/errorCode")).isEqualTo("NO_PERMISSION_TO_ENCRYPT_DECRYPT");
        assertThat(refused.at("/parameters/0")).isEqualTo(missing);
        assertThat(refused.at("/detail")).contains("\"Effect\":\"Allow\"", missing, tenant.keyArn());
    }

    @Test
    @DisplayName("prerequisite: the full ARN for a key of another account")
    @Rule("C3")
    void aKeyOfAnotherAccountNeedsItsFullArn() {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        String arn = stage.cloud().createKeyElsewhere(HOME);
        tenant.allowKey(arn);

        // When
        Reply byId = tenant.configure(arn.substring(arn.lastIndexOf('/') + 1));
        Reply byArn = tenant.configure(arn);

        // Then
        assertThat(byId.expect(404).at("/errorCode")).isEqualTo("AWS_CUSTOMER_MASTER_KEY_NOT_FOUND");
        assertThat(byId.at("/detail")).contains("another account", "full ARN");
        assertThat(byArn.expect(200).at("/awsKms/valid")).isEqualTo("true");
        assertThat(byArn.at("/awsKms/customerMasterKeyID")).isEqualTo(arn);
    }

    @Test
    @DisplayName("wrong order: a cluster or an endpoint before the project, an endpoint before private networking")
    @Rule({"K2", "E1", "R2"})
    void nothingComesBeforeWhatItStandsOn() {
        // Given
        Tenant tenant = Tenant.arrive(stage, HOME);
        AwsPage page = new AwsPage(stage, tenant);

        // When
        Reply unauthorized =
                page.enableRoleBasedAccess(page.createRole().expect(200).at("/roleId"), tenant.keyArn(), "US_EAST_1");
        Reply cluster = tenant.createCluster("early");
        Reply endpoint = page.createEndpoint("US_EAST_1");
        tenant.configure().expect(200);
        Reply unneeded = page.createEndpoint("US_EAST_1");

        // Then
        assertThat(unauthorized.expect(400).at("/errorCode")).isEqualTo("CLOUD_PROVIDER_ACCESS_ROLE_NOT_AUTHORIZED");
        assertThat(cluster.expect(400).at("/errorCode")).isEqualTo("ENCRYPTION_AT_REST_NOT_ENABLED");
        assertThat(endpoint.expect(400).at("/errorCode")).isEqualTo("ENCRYPTION_AT_REST_NOT_ENABLED");
        assertThat(unneeded.expect(400).at("/errorCode")).isEqualTo("KMS_PRIVATE_NETWORKING_NOT_REQUIRED");
        assertThat(unneeded.at("/detail")).contains("requirePrivateNetworking");
        assertThat(tenant.endpoints().list()).isEmpty();
        assertThat(stage.vpcEndpoints().of(tenant.groupId())).isEmpty();
    }

    private Reply createOnTwoClouds(Tenant tenant) {
        String body = """
                {"name":"two-clouds","clusterType":"REPLICASET","encryptionAtRestProvider":"AWS","replicationSpecs":[{"regionConfigs":[
                 {"providerName":"AWS","regionName":"US_EAST_1","priority":7,"electableSpecs":{"instanceSize":"M10","nodeCount":3}},
                 {"providerName":"GCP","regionName":"WESTERN_EUROPE","priority":6,"electableSpecs":{"instanceSize":"M10","nodeCount":2}}]}]}""";
        return stage.api().post(tenant.project("/clusters"), body);
    }
}
