package io.keyward.validation.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.aws.AssumedRoles;
import io.keyward.clouds.aws.AwsConfig;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleChecker;
import io.keyward.validation.check.role.RoleRef.AwsRole;
import io.keyward.validation.provider.aws.call.AwsCalls;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsCalls.Request;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.canary.Canary;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Assumes a customer's role, with patience for one that is only just known to AWS. */
@ApplicationScoped
class AwsRoleChecker implements RoleChecker<AwsRole> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final AssumedRoles roles;
    private final Canary canary;
    private final CheckConfig config;
    private final String region;
    private final InstantSource clock = InstantSource.system();

    AwsRoleChecker(AssumedRoles roles, Canary canary, CheckConfig config, AwsConfig aws) {
        this.roles = roles;
        this.canary = canary;
        this.config = config;
        this.region = aws.homeRegion();
    }

    @Override
    public Uni<RoleCheck> check(AwsRole role) {
        if (!AwsTarget.ROLE_ARN.matcher(role.roleArn()).matches()) {
            return Uni.createFrom().item(AwsWords.notARole(role.roleArn()));
        }
        return Uni.createFrom().deferred(() -> {
            var attempt = new Attempt(role, new AwsCalls(clock), clock.instant().plus(config.rolePatience()));
            return ContextHop.within(
                    config.timeLimit(),
                    tried(attempt),
                    () -> AwsWords.roleTimedOut(role.roleArn(), attempt.calls().made()));
        });
    }

    private Uni<RoleCheck> tried(Attempt attempt) {
        return assume(attempt).chain(answer -> switch (answer) {
            case Answer.Ok<RoleSession> ignored ->
                Uni.createFrom()
                        .item(AwsWords.assumable(
                                attempt.role().roleArn(), attempt.calls().made()));
            case Answer.Failed<RoleSession> failed -> notAssumed(attempt, failed.failure());
        });
    }

    private Uni<RoleCheck> notAssumed(Attempt attempt, AwsFailure failure) {
        if (failure.kind() != Kind.ACCESS_DENIED) {
            return Uni.createFrom().item(believed(attempt, failure));
        }
        if (clock.instant().plus(PAUSE).isBefore(attempt.patientUntil())) {
            return ContextHop.pause(PAUSE).chain(() -> tried(attempt));
        }
        return canary.proveAfterDenial(attempt.calls()).map(answer -> switch (answer) {
            case Answer.Ok<RoleSession> ignored -> believed(attempt, failure);
            case Answer.Failed<RoleSession> failed ->
                AwsWords.roleNotProven(
                        attempt.role().roleArn(),
                        failed.failure(),
                        attempt.calls().made());
        });
    }

    private static RoleCheck believed(Attempt attempt, AwsFailure failure) {
        var finding = AwsKeyRules.failed(AwsOperations.ASSUME_ROLE, failure, false);
        return AwsWords.role(finding, attempt.role().roleArn(), attempt.calls().made());
    }

    private Uni<Answer<RoleSession>> assume(Attempt attempt) {
        return attempt.calls()
                .make(
                        Request.overInternet(
                                AwsOperations.ASSUME_ROLE, attempt.role().roleArn(), region),
                        () -> roles.assume(
                                attempt.role().roleArn(),
                                attempt.role().externalId(),
                                "keyward-" + attempt.role().groupId(),
                                Freshness.FRESH),
                        session -> Optional.ofNullable(session.requestId()));
    }

    private record Attempt(AwsRole role, AwsCalls calls, Instant patientUntil) {}
}
