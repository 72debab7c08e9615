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
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Checks a key of AWS KMS by using it as the customer's role. A session that AWS no longer takes is renewed once; a denial is believed only after
 * the canary role was assumed behind it.
 */
@ApplicationScoped
class AwsKeyChecker implements KeyChecker<AwsKey> {
    private static final Logger LOG = Logger.getLogger(AwsKeyChecker.class);

    private final AssumedRoles roles;
    private final Canary canary;
    private final AwsKeyUses uses;
    private final AwsConfig config;
    private final MeterRegistry meters;

    AwsKeyChecker(AssumedRoles roles, Canary canary, AwsKeyUses uses, AwsConfig config, MeterRegistry meters) {
        this.roles = roles;
        this.canary = canary;
        this.uses = uses;
        this.config = config;
        this.meters = meters;
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
                    .invoke(learned -> reportUnknown(learned.finding()))
                    .call(learned -> watched(learned.finding(), calls))
                    .map(learned -> AwsWords.check(learned, key, target, calls.made()));
        });
    }

    private Uni<Learned> find(Search search, Freshness freshness) {
        return findOnce(search, freshness)
                .chain(learned -> AwsKeyRules.isWorthANewSession(learned.finding(), freshness == Freshness.CACHED)
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

    private Uni<Void> watched(Finding finding, AwsCalls calls) {
        return finding instanceof NoAnswer silence && AwsKeyRules.isAboutUs(finding)
                ? canary.refusedOurselves(silence.failure(), calls.now())
                : canary.lookAfter(calls.now());
    }

    /** What we do not know stops nothing, but somebody has to look: a code that AWS added is missing in {@link AwsKmsFailures}. */
    private void reportUnknown(Finding finding) {
        if (finding instanceof NoAnswer silence && silence.cause() == Cause.UNKNOWN) {
            var failure = silence.failure();
            meters.counter("keyward.provider.answers.unknown", "provider", "aws", "operation", silence.operation())
                    .increment();
            LOG.warnf(
                    "AWS answered %s with %s, which is not known here: inconclusive. requestId=%s",
                    silence.operation(), failure.code(), failure.requestId());
        }
    }

    /** What one check looks at, and how. */
    private record Search(AwsKey key, AwsTarget.Key target, KeyPath.Open path, AwsCalls calls) {}
}
