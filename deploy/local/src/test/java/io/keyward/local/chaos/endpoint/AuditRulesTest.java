package io.keyward.local.chaos.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.cloud.CloudEndpoint;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AuditRulesTest {
    private static final Spot SPOT = new Spot(2, "eu-west-1");
    private static final List<Recorded> NONE = List.of();

    static Stream<Arguments> allIsWell() {
        return Stream.of(
                Arguments.of("nothing anywhere", false, NONE, cloud()),
                Arguments.of("one that stands", true, records("a ACTIVE vpce-1"), cloud("vpce-1 a available")),
                Arguments.of("some of its subnets", true, records("a ACTIVE vpce-1"), cloud("vpce-1 a partial")),
                Arguments.of("one that failed", true, records("a FAILED"), cloud()),
                Arguments.of("one that was refused", true, records("a FAILED vpce-1"), cloud("vpce-1 a rejected")),
                Arguments.of(
                        "one whose successor failed",
                        true,
                        records("a PENDING_RECREATION vpce-1", "b FAILED"),
                        cloud("vpce-1 a rejected")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void allIsWell(String name, boolean wanted, List<Recorded> records, List<CloudEndpoint> cloud) {
        assertThat(audit(wanted, records, cloud)).isEmpty();
    }

    static Stream<Arguments> somethingIsWrong() {
        return Stream.of(
                Arguments.of("neither one nor a failure", true, NONE, cloud()),
                Arguments.of("there is still", false, records("a ACTIVE vpce-1"), cloud("vpce-1 a available")),
                Arguments.of(
                        "more than one endpoint in the cloud",
                        true,
                        records("a ACTIVE vpce-1"),
                        cloud("vpce-1 a available", "vpce-2 a pending")),
                Arguments.of("no record knows it", true, records("a ACTIVE vpce-1"), cloud("vpce-2 a available")),
                Arguments.of("no record knows it", false, NONE, cloud("vpce-2 b rejected")),
                Arguments.of("the cloud has []", true, records("a ACTIVE vpce-1"), cloud()),
                Arguments.of("the cloud has [", true, records("a ACTIVE vpce-1"), cloud("vpce-1 a rejected")),
                Arguments.of("stands in the cloud", true, records("a FAILED vpce-1"), cloud("vpce-1 a available")),
                Arguments.of("is still INITIATING", true, records("a INITIATING"), cloud()),
                Arguments.of("is still DELETING", false, records("a DELETING"), cloud()),
                Arguments.of(
                        "is still PENDING_ACCEPTANCE",
                        true,
                        records("a PENDING_ACCEPTANCE vpce-1"),
                        cloud("vpce-1 a pendingAcceptance")),
                Arguments.of("waits for a successor", true, records("a PENDING_RECREATION vpce-1"), cloud()));
    }

    @ParameterizedTest(name = "{0}: {2}, {3}")
    @MethodSource
    void somethingIsWrong(String finding, boolean wanted, List<Recorded> records, List<CloudEndpoint> cloud) {
        assertThat(audit(wanted, records, cloud))
                .anySatisfy(
                        found -> assertThat(found).startsWith(SPOT.toString()).contains(finding));
    }

    @Test
    void whatTheServiceCountsWithoutARecordIsToldToo() {
        assertThat(AuditRules.audit(new Evidence(Map.of(), List.of(), Map.of(), 2)))
                .singleElement()
                .asString()
                .contains("2 endpoints in the cloud without a record");
    }

    private static List<String> audit(boolean wanted, List<Recorded> records, List<CloudEndpoint> cloud) {
        return AuditRules.audit(new Evidence(Map.of(SPOT, wanted), records, Map.of(SPOT, cloud), 0));
    }

    private static List<Recorded> records(String... each) {
        return Arrays.stream(each)
                .map(text -> text.split(" "))
                .map(part -> new Recorded(part[0], SPOT, part[1], part.length > 2 ? part[2] : ""))
                .toList();
    }

    private static List<CloudEndpoint> cloud(String... each) {
        return Arrays.stream(each)
                .map(text -> text.split(" "))
                .map(part -> new CloudEndpoint(part[0], SPOT.region(), part[2], part[1], "p"))
                .toList();
    }
}
