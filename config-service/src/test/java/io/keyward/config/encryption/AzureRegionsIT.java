package io.keyward.config.encryption;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.keyward.config.FarEnd;
import io.keyward.testkit.Engines;
import io.keyward.testkit.Rule;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where clusters and their nodes may be while an Azure key is reached over private endpoints alone. */
@QuarkusTest
@QuarkusTestResource(Engines.class)
@QuarkusTestResource(FarEnd.class)
class AzureRegionsIT {
    private static final String MISSING = "KMS_PRIVATE_ENDPOINT_MISSING_IN_REGION";

    FarEnd others;

    @BeforeEach
    void forget() {
        others.reset();
    }

    @Test
    @Rule("E8")
    void clustersAreMadeAnywhereUntilTheFirstApprovalAndWhereThereIsAnEndpointFromThenOn() {
        AzureProject project = AzureProject.withPrivateKey();
        others.onEndpoints(FarEnd.endpoints("eastus2:PENDING_ACCEPTANCE", "westeurope:FAILED"));
        project.build("early", "AZURE", "US_EAST_2", "EUROPE_WEST");

        others.onEndpoints(FarEnd.endpoints("eastus2:ACTIVE", "westeurope:PENDING_ACCEPTANCE"));
        refused(project, "late", "US_EAST_2", "EUROPE_WEST")
                .body(
                        "detail",
                        allOf(containsString("AZURE EUROPE_WEST: PENDING_ACCEPTANCE"), containsString("approve it")))
                .body("detail", not(containsString("US_EAST_2")))
                .body("parameters", is(List.of("AZURE EUROPE_WEST")));
        project.build("east", "AZURE", "US_EAST_2");
        project.move("east", List.of("AZURE:US_EAST_2", "AZURE:EUROPE_WEST"))
                .then()
                .statusCode(400)
                .body("errorCode", is(MISSING));

        others.onEndpoints(FarEnd.endpoints("eastus2:ACTIVE", "westeurope:ACTIVE"));
        project.build("late", "AZURE", "US_EAST_2", "EUROPE_WEST");
    }

    /** What was approved once binds for as long as it is there. */
    @Rule({"E6", "E8"})
    @ParameterizedTest
    @ValueSource(strings = {"eastus2:DELETING:stood", "eastus2:PENDING_RECREATION:stood", "eastus2:FAILED:stood"})
    void anApprovalCountsWhateverBecameOfTheEndpoint(String endpoint) {
        AzureProject project = AzureProject.withPrivateKey();
        others.onEndpoints(FarEnd.endpoints(endpoint));

        refused(project, "late", "EUROPE_WEST").body("parameters", is(List.of("AZURE EUROPE_WEST")));

        others.onEndpoints(FarEnd.endpoints());
        project.build("late", "AZURE", "EUROPE_WEST");
    }

    @Test
    @Rule({"C6", "C15", "K8"})
    void overPrivateEndpointsTheKeyServesClustersOnAzureAloneAndOverTheInternetThoseOnAnyCloud() {
        AzureProject project = AzureProject.withKey();
        project.build("amazon", "AWS", "US_EAST_1");
        project.build("google", "GCP", "EASTERN_US");
        project.buildOnTwoClouds("both");

        AzureProject privately = AzureProject.withPrivateKey();
        privately
                .ask("amazon", List.of("AWS:US_EAST_1"))
                .then()
                .statusCode(400)
                .body("errorCode", is("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED"))
                .body("detail", containsString("does not run on AZURE"));
        privately
                .ask("both", List.of("AZURE:US_EAST_2", "AWS:US_EAST_1"))
                .then()
                .statusCode(400)
                .body("errorCode", is("KMS_PRIVATE_NETWORKING_NOT_SUPPORTED"));
        privately.build("azure", "AZURE", "US_EAST_2");
    }

    private static ValidatableResponse refused(AzureProject project, String name, String... regions) {
        return project.ask(
                        name,
                        Stream.of(regions).map(region -> "AZURE:" + region).toList())
                .then()
                .statusCode(400)
                .body("errorCode", is(MISSING));
    }
}
