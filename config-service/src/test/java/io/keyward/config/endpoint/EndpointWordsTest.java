package io.keyward.config.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.atlas.region.Cloud;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointWordsTest {
    private static final String DELETE = "Delete what is not DELETING yet, and wait until all of it is gone.";
    private static final String LINEAGE = " Deleting a PENDING_RECREATION endpoint deletes what replaces it as well.";

    @Rule({"C7", "C8", "E6"})
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "us-east-1:INITIATING,         US_EAST_1 (INITIATING)",
                "us-east-1:PENDING_ACCEPTANCE, US_EAST_1 (PENDING_ACCEPTANCE)",
                "us-east-1:ACTIVE,             US_EAST_1 (ACTIVE)",
                "us-east-1:FAILED,             US_EAST_1 (FAILED)",
                "us-east-1:PENDING_RECREATION, US_EAST_1 (PENDING_RECREATION)",
                "us-east-1:DELETING,           US_EAST_1 (DELETING)",
                "us-east-1:PENDING_RECREATION eu-west-1:FAILED us-east-1:INITIATING, \"EU_WEST_1 (FAILED), US_EAST_1 (PENDING_RECREATION, INITIATING)\"",
                "moon-1:ACTIVE,                moon-1 (ACTIVE)"
            })
    void whateverItsStateAnEndpointIsNamedUnderItsRegionOnce(String endpoints, String words) {
        assertThat(EndpointWords.left(regions(endpoints.split(" ")))).startsWith("There is: " + words + ". ");
    }

    @Rule({"C7", "C8"})
    @Test
    void whatToDoDependsOnWhatIsLeft() {
        assertThat(EndpointWords.left(regions("us-east-1:DELETING", "eu-west-1:DELETING")))
                .endsWith("(DELETING). Wait until it is gone.");
        assertThat(EndpointWords.left(regions("us-east-1:DELETING", "eu-west-1:FAILED")))
                .endsWith(DELETE);
        assertThat(EndpointWords.left(regions("us-east-1:PENDING_RECREATION", "us-east-1:INITIATING")))
                .endsWith(DELETE + LINEAGE);
    }

    @Rule("E8")
    @Test
    void withoutATimeNoneIsTold() {
        assertThat(EndpointWords.missing(regions("us-east-1:FAILED").getFirst()))
                .startsWith("FAILED, ");
    }

    private static List<RegionEndpoints> regions(String... endpoints) {
        return RegionEndpoints.of(Stream.of(endpoints)
                .map(one -> one.split(":"))
                .map(one -> new PrivateEndpoint("id", Cloud.AWS, one[0], one[1], null))
                .toList());
    }
}
