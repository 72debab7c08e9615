package io.keyward.validation.provider.aws;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyChecker;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.provider.aws.Finding.NoAnswer;
import io.keyward.validation.provider.aws.Finding.Taken;
import io.keyward.validation.provider.aws.call.AwsCalls;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsCalls.Request;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.canary.Canary;
import io.keyward.validation.unknown.UnknownAnswers;
import io.keyward.validation.unknown.UnknownAnswers.Odd;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Checks a key of AWS KMS by using it as the customer's role. A session that AWS no longer takes is renewed once; a denial is believed only after
 * the canary role was assumed behind it.
 */
@ApplicationScoped
class AwsKeyChecker implements KeyChecker<AwsKey> {
    private final AssumedRoles roles;
    private final Canary canary;
    private final AwsKeyUses uses;
    private final AwsConfig config;
    private final UnknownAnswers unknown;

    AwsKeyChecker(AssumedRoles roles, Canary canary, AwsKeyUses uses, AwsConfig config, UnknownAnswers unknown) {
        this.roles = roles;
        this.canary = canary;
        this.uses = uses;
        this.config = config;
        this.unknown = unknown;
    }

    @Override
    public Uni<KeyCheck> check(AwsKey key, Freshness freshness) {
        return switch (AwsTarget.of(key)) {
            case AwsTarget.Key target -> check(key, target, freshness);
            case AwsTarget.Refused refused -> Uni.createFrom().item(AwsWords.refused(key, refused));
        };
    }

    private Uni<KeyCheck> check(AwsKey key, AwsTarget.Key target, Freshness freshness) {
        return switch (key.path()) {
            case KeyPath.Open path -> check(key, target, path, freshness);
            case KeyPath.Missing path -> Uni.createFrom().item(AwsPathWords.missing(target, path));
        };
    }

    private Uni<KeyCheck> check(AwsKey key, AwsTarget.Key target, KeyPath.Open path, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            var calls = new AwsCalls(InstantSource.system());
            return find(new Search(key, target, path, calls), freshness)
                    .chain(learned -> proven(learned, calls))
                    .call(learned -> told(learned.finding(), calls))
                    .map(learned -> AwsWords.check(learned, key, target, calls.made()));
        });
    }

    private Uni<Learned> find(Search search, Freshness freshness) {
        return findOnce(search, freshness)
                .chain(learned -> AwsKeyRules.isWorthANewSession(learned.finding(), !freshness.isFresh())
                        ? findOnce(search, Freshness.FRESH)
                        : Uni.createFrom().item(learned));
    }

    private Uni<Learned> findOnce(Search search, Freshness freshness) {
        var key = search.key();
        return assume(key, freshness, search.calls()).chain(assumed -> switch (assumed) {
            case Answer.Ok<RoleSession> ok -> uses.use(ok.value(), search.target(), key, search.path(), search.calls());
            case Answer.Failed<RoleSession> failed ->
                Uni.createFrom().item(new Learned(notAssumed(key, failed.failure()), null));
        });
    }

    private static Finding notAssumed(AwsKey key, AwsFailure failure) {
        return AwsKeyRules.failed(AwsOperations.ASSUME_ROLE, failure, key.probe() != null);
    }

    private Uni<Answer<RoleSession>> assume(AwsKey key, Freshness freshness, AwsCalls calls) {
        return calls.make(
                Request.overInternet(AwsOperations.ASSUME_ROLE, key.roleArn(), config.homeRegion()),
                () -> roles.assume(key.roleArn(), key.externalId(), "keyward-" + key.groupId(), freshness),
                session -> session.cached() ? Optional.empty() : Optional.ofNullable(session.requestId()));
    }

    private Uni<Learned> proven(Learned learned, AwsCalls calls) {
        if (!(learned.finding() instanceof Taken denial) || !AwsKeyRules.needsCanary(denial)) {
            return Uni.createFrom().item(learned);
        }
        return canary.proveAfterDenial(calls).map(answer -> switch (answer) {
            case Answer.Ok<RoleSession> ignored -> learned;
            case Answer.Failed<RoleSession> failed -> learned.with(AwsKeyRules.notProven(denial, failed.failure()));
        });
    }

    /** Whoever has to hear of a finding besides the customer: it may be about us, and what nobody knows has to be looked at. */
    private Uni<Void> told(Finding finding, AwsCalls calls) {
        if (!(finding instanceof NoAnswer silence)) {
            return canary.lookAfter(calls.now());
        }
        if (silence.cause() == Cause.UNKNOWN) {
            var odd = new Odd(
                    "AWS",
                    silence.operation(),
                    silence.failure().code(),
                    silence.failure().requestId());
            return unknown.note(odd, calls.now());
        }
        return AwsKeyRules.isAboutUs(silence)
                ? canary.refusedOurselves(silence.failure(), calls.now())
                : canary.lookAfter(calls.now());
    }

    /** What one check looks at, and how. */
    private record Search(AwsKey key, AwsTarget.Key target, KeyPath.Open path, AwsCalls calls) {}
}
