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

        assertThat(reasons("AWS", List.of(VIRGINIA), List.of(), held)).isEqualTo(held);
        assertThat(reasons("AWS", List.of(VIRGINIA), List.of(unchecked), held)).isEqualTo(held);
        assertThat(reasons("AWS", List.of(VIRGINIA), List.of(valid), held)).isEmpty();
        assertThat(reasons("NONE", List.of(VIRGINIA), List.of(), held)).isEmpty();
    }

    @Rule("V4")
    @Test
    void aKeyThatIsNotRevokedAnyMoreHoldsNothing() {
        var held = reasons("AWS", List.of(VIRGINIA), List.of(revoked("us-east-1")));
        var readable = KeyUses.standing(
                "k-us-east-1",
                "us-east-1",
                new Standing(new Verdict.Unusable(Problem.ENCRYPT_DENIED, SINCE), null, null));

        assertThat(reasons("AWS", List.of(VIRGINIA), List.of(readable), held)).isEmpty();
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

        assertThat(reasons("AWS", regions, List.of(unchecked, revoked("eu-west-1")), held))
                .isEqualTo(held);
        assertThat(reasons("AWS", regions, List.of(unchecked, KeyUses.valid("k-eu-west-1", "eu-west-1")), held))
                .extracting(StopReason::keyUseId)
                .containsExactly("k-us-east-1");
    }

    /** Two keys of a project: FORMER was replaced by WANTED. */
    @ParameterizedTest
    @Rule({"C10", "V2"})
    @CsvSource({
        // the cluster's keys | former is | wanted is | what holds the cluster
        "WANTED+FORMER,         revoked,    valid,      FORMER",
        "WANTED+FORMER,         valid,      revoked,    WANTED",
        "WANTED+FORMER,         revoked,    revoked,    WANTED+FORMER",
        "WANTED+FORMER,         valid,      valid,      ''",
        "WANTED,                revoked,    valid,      ''",
        "WANTED,                valid,      revoked,    WANTED",
        "FORMER,                revoked,    valid,      FORMER",
        "FORMER,                valid,      revoked,    ''",
        "UNHEARD_OF,            revoked,    revoked,    ''",
        // never told: the keys that the project uses now
        "'',                    revoked,    valid,      ''",
        "'',                    valid,      revoked,    WANTED",
    })
    void aClusterIsHeldByEveryKeyThatItIsUnder(String keyIds, String former, String wanted, String holding) {
        var uses = List.of(
                KeyUses.of("FORMER", true, use("FORMER", former)), KeyUses.of("WANTED", false, use("WANTED", wanted)));
        var cluster = new Wrapping("AWS", List.of(VIRGINIA), words(keyIds));

        assertThat(KeyReasonRules.of(cluster, uses, Set.of()))
                .extracting(StopReason::keyUseId)
                .containsExactlyInAnyOrderElementsOf(words(holding));
    }

    /** The cluster's event may come before the project's first one that says which key is which. */
    @Test
    @Rule({"C10", "V2"})
    void aKeyUseThatNeverSaidWhoseItIsHoldsWhateverIsUnderAKey() {
        var cluster = new Wrapping("AWS", List.of(VIRGINIA), List.of("K"));

        assertThat(KeyReasonRules.of(cluster, List.of(revoked("us-east-1")), Set.of()))
                .hasSize(1);
        assertThat(KeyReasonRules.used(cluster, List.of(KeyUses.valid("k", "us-east-1"))))
                .hasSize(1);
    }

    @Test
    @Rule({"C10", "C18"})
    void ofEachKeyTheRegionCountsElseItsHome() {
        var uses = List.of(
                KeyUses.of("FORMER", true, KeyUses.valid("former-home", "us-east-1")),
                KeyUses.of("FORMER", true, awayFromHome("former-away", "eu-west-1")),
                KeyUses.of("WANTED", false, KeyUses.valid("wanted-home", "us-east-1")));

        assertThat(KeyReasonRules.used(new Wrapping("AWS", List.of(IRELAND), List.of("WANTED", "FORMER")), uses))
                .extracting(KeyUse::id)
                .containsExactly("wanted-home", "former-away");
    }

    @Test
    @Rule("K3")
    void aClusterThatLeavesItsKeyIsHeldByItUntilItHasLeft() {
        var uses = List.of(KeyUses.of("K", false, revoked("us-east-1")));

        assertThat(KeyReasonRules.of(new Wrapping("NONE", List.of(VIRGINIA), List.of("K")), uses, Set.of()))
                .hasSize(1);
        assertThat(KeyReasonRules.of(new Wrapping("NONE", List.of(VIRGINIA), List.of()), uses, Set.of()))
                .isEmpty();
    }

    @Test
    @Rule({"P2", "V4"})
    void whatAKeyStoppedWaitsUntilAllItsKeysAreSeenValid() {
        var cluster = new Wrapping("AWS", List.of(VIRGINIA), List.of("WANTED", "FORMER"));
        var before = reasons("AWS", List.of(VIRGINIA), List.of(revoked("us-east-1")));
        var wanted = KeyUses.of("WANTED", false, KeyUses.valid("wanted", "us-east-1"));
        var former = KeyUses.of("FORMER", true, KeyUses.valid("former", "us-east-1"));

        assertThat(KeyReasonRules.of(cluster, List.of(wanted), before)).isEqualTo(before);
        assertThat(KeyReasonRules.of(cluster, List.of(wanted, former), before)).isEmpty();
    }

    private static KeyUse use(String id, String verdict) {
        return verdict.equals("valid")
                ? KeyUses.valid(id, "us-east-1")
                : KeyUses.standing(
                        id, "us-east-1", new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, SINCE), null, null));
    }

    private static KeyUse awayFromHome(String id, String region) {
        return KeyUses.standing(id, region, false, new Standing(new Verdict.Valid(SINCE), null, null));
    }

    private static List<String> words(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\\+"));
    }

    private static Set<StopReason> reasons(String provider, List<CloudRegion> regions, List<KeyUse> uses) {
        return reasons(provider, regions, uses, Set.of());
    }

    private static Set<StopReason> reasons(
            String provider, List<CloudRegion> regions, List<KeyUse> uses, Set<StopReason> before) {
        return KeyReasonRules.of(new Wrapping(provider, regions, List.of()), uses, before);
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
