package io.keyward.validation.enforcement.plan;

import static io.keyward.validation.KeyUses.SINCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.testkit.Rule;
import io.keyward.validation.KeyUses;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyReasonRulesTest {
    private static final CloudRegion VIRGINIA = new CloudRegion("AWS", "us-east-1");
    private static final CloudRegion IRELAND = new CloudRegion("AWS", "eu-west-1");

    @Rule("V2")
    @Test
    void aRevokedKeyHoldsTheClustersOfItsRegion() {
        var reasons = reasons("AWS", List.of(VIRGINIA), List.of(revoked("us-east-1")));

        assertThat(reasons).singleElement().satisfies(reason -> {
            assertThat(reason.kind()).isEqualTo(StopReason.Kind.KEY);
            assertThat(reason.reason()).isEqualTo("KEY_DISABLED");
            assertThat(reason.since()).isEqualTo(SINCE);
        });
    }

    @Rule("C18")
    @Test
    void anyCondemnedRegionHoldsACluster() {
        var uses = List.of(KeyUses.valid("near", "us-east-1"), revoked("eu-west-1"));

        assertThat(reasons("AWS", List.of(VIRGINIA, IRELAND), uses)).hasSize(1);
        assertThat(reasons("AWS", List.of(VIRGINIA), uses)).isEmpty();
    }

    @Test
    void aRegionWithoutAKeyOfItsOwnUsesTheKeyFromAfar() {
        var uses = List.of(revoked("us-east-1"));

        assertThat(reasons("AWS", List.of(IRELAND), uses)).hasSize(1);
        assertThat(reasons("AWS", List.of(), uses)).hasSize(1);
        assertThat(reasons("AWS", List.of(new CloudRegion("GCP", "us-east-1")), uses))
                .hasSize(1);
    }

    @Test
    void aClusterWithoutCustomerKeysIsNeverHeld() {
        assertThat(reasons("NONE", List.of(VIRGINIA), List.of(revoked("us-east-1"))))
                .isEmpty();
    }

    @Rule("P2")
    @Test
    void onlyARevokedKeyHolds() {
        var verdicts = List.of(
                new Verdict.Unchecked(SINCE),
                new Verdict.Valid(SINCE),
                new Verdict.Unusable(Problem.ENCRYPT_DENIED, SINCE));

        assertThat(verdicts).allSatisfy(verdict -> {
            var use = KeyUses.standing("k", "us-east-1", new Standing(verdict, null, SINCE));
            assertThat(reasons("AWS", List.of(VIRGINIA), List.of(use))).isEmpty();
        });
    }

    @Rule({"P2", "V4"})
    @Test
    void aRevokedKeyThatWasGivenUpHoldsUntilAnotherOneIsSeenValid() {
        var held = reasons("AWS", List.of(VIRGINIA), List.of(revoked("us-east-1")));
        var unchecked = KeyUses.standing("next", "us-east-1", Standing.unchecked(SINCE));
        var valid = KeyUses.valid("next", "us-east-1");

        assertThat(KeyReasonRules.of("AWS", List.of(VIRGINIA), List.of(), held)).isEqualTo(held);
        assertThat(KeyReasonRules.of("AWS", List.of(VIRGINIA), List.of(unchecked), held))
                .isEqualTo(held);
        assertThat(KeyReasonRules.of("AWS", List.of(VIRGINIA), List.of(valid), held))
                .isEmpty();
        assertThat(KeyReasonRules.of("NONE", List.of(VIRGINIA), List.of(), held))
                .isEmpty();
    }

    @Rule("V4")
    @Test
    void aKeyThatIsNotRevokedAnyMoreHoldsNothing() {
        var held = reasons("AWS", List.of(VIRGINIA), List.of(revoked("us-east-1")));
        var readable = KeyUses.standing(
                "k-us-east-1",
                "us-east-1",
                new Standing(new Verdict.Unusable(Problem.ENCRYPT_DENIED, SINCE), null, null));

        assertThat(KeyReasonRules.of("AWS", List.of(VIRGINIA), List.of(readable), held))
                .isEmpty();
    }

    /** Who serves a cluster's regions: the key use of the region, else the home one, else the first. */
    @ParameterizedTest
    @Rule("C18")
    @CsvSource({
        // cluster's regions     | home marked    | key uses that hold it when all are revoked
        "us-east-1,               us-east-1,       k-us-east-1",
        "eu-west-1,               us-east-1,       k-eu-west-1",
        "us-east-1+eu-west-1,     us-east-1,       k-us-east-1+k-eu-west-1",
        "us-west-2,               us-east-1,       k-us-east-1",
        "us-west-2,               eu-west-1,       k-eu-west-1",
        "us-west-2+eu-west-1,     us-east-1,       k-us-east-1+k-eu-west-1",
        "us-west-2+us-east-1,     us-east-1,       k-us-east-1",
        "us-west-2,               ,                k-us-east-1",
        "eu-west-1,               ,                k-eu-west-1",
    })
    void everyRegionIsServedByItsOwnKeyOrTheHomeOne(String regions, @Nullable String home, String holding) {
        var uses = List.of(revoked("us-east-1", home), revoked("eu-west-1", home));
        var cluster = Arrays.stream(regions.split("\\+"))
                .map(region -> new CloudRegion("AWS", region))
                .toList();

        assertThat(reasons("AWS", cluster, uses))
                .extracting(StopReason::keyUseId)
                .containsExactlyInAnyOrder(holding.split("\\+"));
    }

    @Test
    @Rule({"C18", "P2"})
    void aKeyThatWasGivenUpInOneRegionHoldsBesideARevokedOneInAnother() {
        var regions = List.of(VIRGINIA, IRELAND);
        var held = reasons("AWS", regions, List.of(revoked("us-east-1"), revoked("eu-west-1")));
        var unchecked = KeyUses.standing("next", "us-east-1", Standing.unchecked(SINCE));

        assertThat(KeyReasonRules.of("AWS", regions, List.of(unchecked, revoked("eu-west-1")), held))
                .isEqualTo(held);
        assertThat(KeyReasonRules.of(
                        "AWS", regions, List.of(unchecked, KeyUses.valid("k-eu-west-1", "eu-west-1")), held))
                .extracting(StopReason::keyUseId)
                .containsExactly("k-us-east-1");
    }

    private static Set<StopReason> reasons(String provider, List<CloudRegion> regions, List<KeyUse> uses) {
        return KeyReasonRules.of(provider, regions, uses, Set.of());
    }

    private static KeyUse revoked(String region) {
        return KeyUses.standing(
                "k-" + region, region, new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, SINCE), null, null));
    }

    private static KeyUse revoked(String region, @Nullable String home) {
        return KeyUses.standing(
                "k-" + region,
                region,
                region.equals(home),
                new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, SINCE), null, null));
    }
}
