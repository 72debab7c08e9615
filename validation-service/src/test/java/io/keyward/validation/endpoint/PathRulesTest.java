package io.keyward.validation.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.keyuse.Reach;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PathRulesTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Reach PRIVATELY = new Reach("AWS", "us-east-1", true);

    /**
     * The whole table: what the only endpoint of the region is, whether it ever could be used, whether that was before the project last did without private
     * networking, and whether it requires it now.
     */
    @ParameterizedTest
    @Rule("E9")
    @CsvSource({
        // state,          usable, before, required | path
        "REQUESTED,         false,  false,  true,     PROVISIONAL",
        "AWAITING_APPROVAL, false,  false,  true,     PROVISIONAL",
        "FAILED,            false,  false,  true,     PROVISIONAL",
        "LOST,              false,  false,  true,     PROVISIONAL",
        "DELETING,          false,  false,  true,     PROVISIONAL",
        "DELETED,           false,  false,  true,     PROVISIONAL",
        "ACTIVE,            true,   false,  true,     PRIVATE",
        "REQUESTED,         true,   false,  true,     MISSING",
        "AWAITING_APPROVAL, true,   false,  true,     MISSING",
        "FAILED,            true,   false,  true,     MISSING",
        "LOST,              true,   false,  true,     MISSING",
        "DELETING,          true,   false,  true,     MISSING",
        "DELETED,           true,   false,  true,     MISSING",
        "ACTIVE,            true,   true,   true,     PROVISIONAL",
        "LOST,              true,   true,   true,     PROVISIONAL",
        "DELETED,           true,   true,   true,     PROVISIONAL",
        "ACTIVE,            true,   false,  false,    PUBLIC",
        "LOST,              true,   false,  false,    PUBLIC",
        "DELETED,           true,   false,  false,    PUBLIC",
    })
    void findsTheWay(EndpointState state, boolean usable, boolean before, boolean required, String path) {
        var endpoint = endpoint("e1", "us-east-1", state, usable ? NOON : null);
        var publicUntil = before ? NOON.plusSeconds(1) : NOON.minusSeconds(1);

        var found = PathRules.of(new Reach("AWS", "us-east-1", required), List.of(endpoint), publicUntil);

        assertThat(spelled(found)).isEqualTo(path);
    }

    @Test
    @Rule("E9")
    void withoutEndpointsAKeyIsAskedOverTheInternet() {
        assertThat(path()).isEqualTo(new KeyPath.Public(true));
        assertThat(PathRules.of(new Reach("AWS", "us-east-1", false), List.of(), null))
                .isEqualTo(new KeyPath.Public(false));
    }

    /** A key that is in no region is reached through any endpoint, and over the internet no more once there was one. */
    @Test
    @Rule("E9")
    void anyEndpointLeadsToAKeyOfNoRegion() {
        var lost = endpoint("e1", "us-east-1", EndpointState.LOST, NOON);
        var active = endpoint("e2", "eu-west-1", EndpointState.ACTIVE, NOON);
        var anywhere = new Reach("AWS", "global", true);

        assertThat(PathRules.of(anywhere, List.of(), null)).isEqualTo(new KeyPath.Public(true));
        assertThat(spelled(PathRules.of(anywhere, List.of(lost, active), null))).isEqualTo("PRIVATE");
        assertThat(spelled(PathRules.of(anywhere, List.of(lost), null))).isEqualTo("MISSING");
        assertThat(PathRules.of(new Reach("AZURE", "global", true), List.of(active), null))
                .isEqualTo(new KeyPath.Public(true));
    }

    @Test
    @Rule("E9")
    void anEndpointCoversItsOwnRegionOnly() {
        var elsewhere = endpoint("e1", "eu-west-1", EndpointState.ACTIVE, NOON);

        assertThat(path(elsewhere)).isEqualTo(new KeyPath.Public(true));
        assertThat(PathRules.of(new Reach("AZURE", "eu-west-1", true), List.of(elsewhere), null))
                .isEqualTo(new KeyPath.Public(true));
    }

    @Test
    @Rule("E9")
    void theNewestUsableEndpointLeadsToTheKey() {
        var gone = endpoint("e1", "us-east-1", EndpointState.DELETED, NOON);
        var usable = endpoint("e2", "us-east-1", EndpointState.ACTIVE, NOON.plusSeconds(60));
        var failed = endpoint("e3", "us-east-1", EndpointState.FAILED, null);

        assertThat(path(gone, usable, failed))
                .isEqualTo(new KeyPath.Private("vpce-e2", "e2.example.org", NOON.plusSeconds(60)));
    }

    @Test
    @Rule({"E9", "P6"})
    void anEndpointToComeIsNamedBeforeTheOneThatIsGone() {
        var gone = endpoint("e1", "us-east-1", EndpointState.DELETED, NOON.plusSeconds(90));
        var next = endpoint("e2", "us-east-1", EndpointState.REQUESTED, null);

        assertThat(path(gone, next)).isInstanceOfSatisfying(KeyPath.Missing.class, missing -> {
            assertThat(missing.explanation()).contains("us-east-1", "endpoint e2", "INITIATING");
            assertThat(missing.remedy()).contains("Wait");
        });
    }

    /** The whole table: the endpoint of the region was lost, and this is what became of the one that replaces it. */
    @ParameterizedTest
    @Rule({"E9", "E6", "P6"})
    @CsvSource(
            delimiter = '|',
            value = {
                "REQUESTED         | is INITIATING         | Wait until the replacement, endpoint e2, is ACTIVE",
                "AWAITING_APPROVAL | is PENDING_ACCEPTANCE | Approve the replacement, endpoint e2, in the cloud",
                "FAILED            | is FAILED             | See to what the error message names. If the replacement, endpoint e2, does not come up by itself then, delete it and create one in us-east-1",
                "LOST              | is PENDING_RECREATION | replaced by itself",
                "DELETING          | is DELETING           | Create an endpoint in us-east-1",
                "DELETED           |                       | replaced by itself"
            })
    void whileAnEndpointIsReplacedNobodyIsAskedAndBothAreNamed(
            EndpointState state, @Nullable String told, String remedy) {
        var lost = endpoint("e1", "us-east-1", EndpointState.LOST, NOON.plusSeconds(60));
        var next = replacement("e2", state, null, "e1");

        Stream.of(path(lost, next), path(next, lost))
                .forEach(path -> assertThat(path).isInstanceOfSatisfying(KeyPath.Missing.class, missing -> {
                    assertThat(missing.explanation()).contains("endpoint e1", "PENDING_RECREATION");
                    if (told != null) {
                        assertThat(missing.explanation()).contains("its replacement, endpoint e2", told);
                    }
                    assertThat(missing.remedy()).contains(remedy);
                }));
    }

    @Test
    @Rule({"E9", "E6"})
    void theReplacementIsTakenAsSoonAsItCanBeUsedAndTheFirstIfItStandsAgain() {
        var lost = endpoint("e1", "us-east-1", EndpointState.LOST, NOON);
        var active = replacement("e2", EndpointState.ACTIVE, NOON.plusSeconds(60), "e1");
        var stands = endpoint("e1", "us-east-1", EndpointState.ACTIVE, NOON);
        var leaving = replacement("e2", EndpointState.DELETING, null, "e1");

        assertThat(path(lost, active))
                .isEqualTo(new KeyPath.Private("vpce-e2", "e2.example.org", NOON.plusSeconds(60)));
        assertThat(path(stands, active))
                .isEqualTo(new KeyPath.Private("vpce-e2", "e2.example.org", NOON.plusSeconds(60)));
        assertThat(path(stands, leaving)).isEqualTo(new KeyPath.Private("vpce-e1", "e1.example.org", NOON));
    }

    /** Promise P6: whatever an endpoint is, there are words for its not being usable. */
    @ParameterizedTest
    @EnumSource(EndpointState.class)
    @Rule("P6")
    void explainsEveryMissingEndpoint(EndpointState state) {
        var endpoint = new Endpoint(
                "e1", "group", "AWS", "us-east-1", state, NOON, null, null, "The quota is used up.", NOON, null, null);

        assertThat(path(endpoint)).isInstanceOfSatisfying(KeyPath.Missing.class, missing -> {
            assertThat(missing.explanation())
                    .contains("e1", state.status(), "The quota is used up.")
                    .doesNotContain("null");
            assertThat(missing.remedy()).isNotBlank();
        });
    }

    private static KeyPath path(Endpoint... endpoints) {
        return PathRules.of(PRIVATELY, Arrays.asList(endpoints), null);
    }

    private static Endpoint endpoint(String id, String region, EndpointState state, @Nullable Instant usableSince) {
        return endpoint(id, region, state, usableSince, null);
    }

    private static Endpoint replacement(
            String id, EndpointState state, @Nullable Instant usableSince, String predecessorId) {
        return endpoint(id, "us-east-1", state, usableSince, predecessorId);
    }

    private static Endpoint endpoint(
            String id,
            String region,
            EndpointState state,
            @Nullable Instant usableSince,
            @Nullable String predecessorId) {
        var since = Stream.ofNullable(usableSince).findFirst().orElse(NOON);
        var address = id + ".example.org";
        return new Endpoint(
                id,
                "group",
                "AWS",
                region,
                state,
                since,
                "vpce-" + id,
                address,
                null,
                usableSince,
                predecessorId,
                null);
    }

    private static String spelled(KeyPath path) {
        return switch (path) {
            case KeyPath.Public open -> open.provisional() ? "PROVISIONAL" : "PUBLIC";
            case KeyPath.Private ignored -> "PRIVATE";
            case KeyPath.Missing ignored -> "MISSING";
        };
    }
}
