package io.keyward.validation.alert.rules;

import io.keyward.contracts.ClusterEvent.CloudRegion;
import io.keyward.contracts.KeyEvent.Evidence;
import io.keyward.validation.KeyUses;
import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.endpoint.Endpoint;
import io.keyward.validation.endpoint.EndpointState;
import io.keyward.validation.enforcement.ClusterFacts;
import io.keyward.validation.enforcement.networking.MultiCloudRules;
import io.keyward.validation.enforcement.plan.Phase;
import io.keyward.validation.enforcement.plan.StopReason;
import io.keyward.validation.enforcement.plan.Wrapping;
import io.keyward.validation.keyuse.KeyUse;
import io.keyward.validation.verdict.Standing;
import io.keyward.validation.verdict.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts for tests, with harmless defaults: one key {@code k}, and what is said about it. */
final class Facts {
    static final Instant SINCE = KeyUses.SINCE;
    static final String KEY = "k";

    private Facts() {}

    static ProjectFacts of(KeyFacts key, ClusterFacts... clusters) {
        return new ProjectFacts(List.of(key), List.of(clusters), List.of(), List.of());
    }

    static ProjectFacts of(EndpointState state, String error) {
        return of(new Endpoint("e", "g", "AWS", "us-east-1", state, SINCE, null, null, error, null, null, null));
    }

    static ProjectFacts of(Endpoint... endpoints) {
        return new ProjectFacts(List.of(), List.of(), List.of(endpoints), List.of());
    }

    /** One that replaces another. */
    static Endpoint endpoint(
            String id, EndpointState state, boolean usable, @Nullable String predecessor, @Nullable String error) {
        var usableSince = usable ? SINCE : null;
        return new Endpoint(
                id, "g", "AWS", "us-east-1", state, SINCE, null, null, error, usableSince, predecessor, null);
    }

    /** A valid key that is the project's since {@link #SINCE}. */
    static ProjectFacts aged() {
        return new ProjectFacts(List.of(valid()), List.of(), List.of(), List.of(new KeyAge("AWS", KEY, null, SINCE)));
    }

    static KeyFacts unchecked() {
        return key(Standing.unchecked(SINCE), null);
    }

    static KeyFacts valid() {
        return key(new Standing(new Verdict.Valid(SINCE), null, null), said("VALID", null));
    }

    static KeyFacts revoked() {
        return key(
                new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, SINCE), null, null),
                said("REVOKED", "KEY_DISABLED"));
    }

    static KeyFacts unusable() {
        return key(
                new Standing(new Verdict.Unusable(Problem.ENCRYPT_DENIED, SINCE), null, null),
                said("UNUSABLE", "ENCRYPT_DENIED"));
    }

    /** Valid, and not confirmed since {@link #SINCE}; the last check answered this. */
    static KeyFacts unverified(String outcome, String reason) {
        return key(new Standing(new Verdict.Valid(SINCE), null, SINCE), said(outcome, reason));
    }

    /** Revoked, and not confirmed since {@link #SINCE}. */
    static KeyFacts revokedAndUnverified() {
        return key(
                new Standing(new Verdict.Revoked(Reason.KEY_DISABLED, SINCE), null, SINCE),
                said("INCONCLUSIVE", "UNREACHABLE"));
    }

    static ClusterFacts cluster(String name, Phase phase) {
        return new ClusterFacts(name, name, phase, SINCE, Set.of(), Set.of(), Set.of(KEY), null);
    }

    static ClusterFacts stopped(String name, Phase phase) {
        return new ClusterFacts(name, name, phase, SINCE, Set.of(reason(KEY)), Set.of(), Set.of(KEY), null);
    }

    static ClusterFacts stoppedBy(String keyUseId, String name) {
        return new ClusterFacts(
                name, name, Phase.STOPPED, SINCE, Set.of(reason(keyUseId)), Set.of(), Set.of(keyUseId), null);
    }

    /** The key of that name in another region, where it stands like that. */
    static KeyFacts elsewhere(String id, KeyUse home, KeyFacts like) {
        var use = KeyUses.elsewhere(id, id, home).believed(like.use().standing(), "It is so.");
        return new KeyFacts(use, like.evidence());
    }

    /** Runs, because its project observes. */
    static ClusterFacts spared(String name) {
        return new ClusterFacts(name, name, Phase.RUNNING, SINCE, Set.of(), Set.of(reason(KEY)), Set.of(KEY), null);
    }

    /** Told to stop by a person. */
    static ClusterFacts paused(String name, Phase phase) {
        var byHand = StopReason.byHand(SINCE, "anna");
        return new ClusterFacts(name, name, phase, SINCE, Set.of(byHand), Set.of(), Set.of(KEY), null);
    }

    /** Told to stop for the clouds that it is on. */
    static ClusterFacts onSeveralClouds(String name, Phase phase) {
        var regions = List.of(new CloudRegion("AWS", "us-east-1"), new CloudRegion("AZURE", "westeurope"));
        var reason = MultiCloudRules.of(new Wrapping("AZURE", regions, List.of()), Set.of("AZURE"), Set.of(), SINCE)
                .orElseThrow();
        return new ClusterFacts(name, name, phase, SINCE, Set.of(reason), Set.of(), Set.of(KEY), null);
    }

    static StopReason reason(String keyUseId) {
        return new StopReason(
                StopReason.Kind.KEY, keyUseId, "arn", "us-east-1", "KEY_DISABLED", "The key is disabled.", SINCE);
    }

    private static KeyFacts key(Standing standing, Evidence evidence) {
        return new KeyFacts(KeyUses.standing(KEY, "us-east-1", standing), evidence);
    }

    private static Evidence said(String outcome, String reason) {
        return new Evidence(outcome, reason, "It said " + reason, "Do this.", List.of());
    }
}
