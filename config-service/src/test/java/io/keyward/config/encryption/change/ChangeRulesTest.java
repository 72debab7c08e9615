package io.keyward.config.encryption.change;

import static io.keyward.atlas.region.AwsRegion.EU_WEST_1;
import static io.keyward.atlas.region.AwsRegion.US_EAST_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.AwsRegion;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.proof.Inspection;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.settings.KmsConfig.AwsKms;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.ProviderState;
import io.keyward.config.encryption.situation.ClusterUse;
import io.keyward.config.encryption.situation.ClusterUse.Place;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyAnswer.Outcome;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChangeRulesTest {
    private static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-1";
    private static final String OTHER = "arn:aws:kms:us-east-1:111122223333:key/mrk-2";
    private static final PrivateEndpoint VIRGINIA = new PrivateEndpoint("e1", Cloud.AWS, "us-east-1", "ACTIVE", null);
    private static final PrivateEndpoint IRELAND =
            new PrivateEndpoint("e2", Cloud.AWS, "eu-west-1", "INITIATING", null);
    private static final ClusterUse CLUSTER =
            new ClusterUse("orders", Cloud.AWS, false, List.of(new Place("AWS", "us-east-1")), List.of("key"), null);

    @Rule({"C2", "C10"})
    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void aKeyIsTakenAsItWasFound(
            String what, Situation now, KmsConfig next, Outcome outcome, List<PrivateEndpoint> endpoints, String code) {
        assertThat(ChangeRules.key(now, next, found(next, outcome), endpoints))
                .extracting(refusal -> refusal.code().name())
                .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
    }

    static Stream<Arguments> answers() {
        List<PrivateEndpoint> none = List.of();
        Situation used = situation(true, CLUSTER);
        Situation unused = situation(true);
        KmsConfig other = config(OTHER, true);
        String unreachable = "KMS_NETWORK_ACCESS_DENIED";
        return Stream.of(
                arguments("valid", used, other, Outcome.VALID, none, ""),
                arguments("revoked", unused, other, Outcome.REVOKED, none, "AWS_KMS_CUSTOMER_MASTER_KEY_NOT_ENABLED"),
                arguments(
                        "public, no answer",
                        situation(false),
                        config(OTHER, false),
                        Outcome.INCONCLUSIVE,
                        none,
                        unreachable),
                arguments("private, no answer, nothing moves", unused, other, Outcome.INCONCLUSIVE, none, ""),
                arguments("private, no answer, clusters move", used, other, Outcome.INCONCLUSIVE, none, unreachable),
                arguments("private, no answer, same key", used, config(KEY, true), Outcome.INCONCLUSIVE, none, ""),
                arguments(
                        "private, no answer through a usable endpoint",
                        unused,
                        other,
                        Outcome.INCONCLUSIVE,
                        List.of(VIRGINIA),
                        unreachable),
                arguments(
                        "not where an endpoint is being made",
                        unused,
                        other,
                        Outcome.VALID,
                        List.of(IRELAND),
                        "AWS_KMS_KEY_NOT_REPLICATED_IN_REGION"));
    }

    @Test
    @Rule({"C7", "C8"})
    void endpointsThatHaveToGoKeepEverybodyFromAsking() {
        Situation now = situation(true, CLUSTER);
        List<PrivateEndpoint> endpoints = List.of(VIRGINIA, IRELAND);

        assertThat(ChangeRules.obstacles(now, Optional.empty(), endpoints))
                .singleElement()
                .extracting(Refusal::detail)
                .asString()
                .contains("EU_WEST_1 (INITIATING), US_EAST_1 (ACTIVE)");
        assertThat(ChangeRules.isKeptFromAsking(now, Optional.of(config(KEY, false)), endpoints))
                .isTrue();
        assertThat(ChangeRules.isKeptFromAsking(now, Optional.of(config(KEY, false)), List.of()))
                .isFalse();
        assertThat(ChangeRules.isKeptFromAsking(now, Optional.of(config(OTHER, true)), endpoints))
                .isFalse();
        assertThat(ChangeRules.obstacles(now, Optional.of(config(OTHER, true)), endpoints))
                .isEmpty();
    }

    @Test
    @Rule("C10")
    void theWantedKeyIsLookedForWhereItIsNeededAndWhereEndpointsAre() {
        assertThat(ChangeRules.needed(situation(true, CLUSTER), config(OTHER, true), List.of(IRELAND)))
                .containsExactlyInAnyOrder(US_EAST_1, EU_WEST_1);
    }

    @Test
    @Rule("C9")
    void onlyAnotherKeyAsksForAValidOne() {
        Situation used = situation(false, CLUSTER);

        assertThat(clusters(used, OTHER, false)).hasSize(1);
        assertThat(clusters(used, OTHER, true)).isEmpty();
        assertThat(clusters(used, KEY, false)).isEmpty();
        assertThat(clusters(situation(false), OTHER, false)).isEmpty();
    }

    private static List<Refusal> clusters(Situation now, String wanted, boolean valid) {
        KmsConfig next = config(wanted, false);
        return ChangeRules.clusters(now, next, found(next, Outcome.VALID), valid);
    }

    private static Inspection found(KmsConfig next, Outcome outcome) {
        String reason =
                switch (outcome) {
                    case VALID -> null;
                    case REVOKED, UNUSABLE -> "KEY_DISABLED";
                    case INCONCLUSIVE -> "UNREACHABLE";
                };
        return new Inspection(
                new KeyAccess.AssumedRole("arn:role", "external"),
                Set.of(),
                List.of(new Finding(next, answer(outcome, reason))));
    }

    private static KeyAnswer answer(Outcome outcome, @Nullable String reason) {
        return new KeyAnswer(outcome, reason, "It is so.", null, null, List.of());
    }

    private static Situation situation(boolean privately, ClusterUse... clusters) {
        ProjectKey key = new ProjectKey("key", config(KEY, false), Instant.EPOCH, null, List.of());
        ProviderState state =
                new ProviderState("g", Cloud.AWS, Optional.of(config(KEY, privately)), List.of(key), 1, 0);
        return new Situation(state, true, List.of(clusters), List.of(), Set.of());
    }

    private static KmsConfig config(String arn, boolean privately) {
        return new AwsKms(arn, AwsRegion.US_EAST_1, "role", privately);
    }
}
