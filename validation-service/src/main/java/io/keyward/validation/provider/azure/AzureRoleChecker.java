package io.keyward.validation.provider.azure;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Failure.Kind;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleChecker;
import io.keyward.validation.check.role.RoleRef.AzurePrincipal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Signs our application in to a customer's tenant, with patience for a service principal that Entra only just knows, and looks as whom it is let
 * in. That it is not let in is believed only while it is let in at home.
 */
@ApplicationScoped
class AzureRoleChecker implements RoleChecker<AzurePrincipal> {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final OwnApplication own;
    private final CheckConfig config;
    private final InstantSource clock = InstantSource.system();

    AzureRoleChecker(OwnApplication own, CheckConfig config) {
        this.own = own;
        this.config = config;
    }

    @Override
    public Uni<RoleCheck> check(AzurePrincipal role) {
        return Uni.createFrom().deferred(() -> {
            var attempt = new Attempt(
                    role,
                    new CallLog(clock, thrown -> AzureReplies.classify(thrown, true)),
                    clock.instant().plus(config.rolePatience()));
            return ContextHop.within(
                    config.timeLimit(),
                    tried(attempt),
                    () -> AzureRoleWords.timedOut(role, attempt.calls().made()));
        });
    }

    private Uni<RoleCheck> tried(Attempt attempt) {
        return own.signIn(attempt.role().tenantId(), attempt.calls()).chain(answer -> switch (answer) {
            case Answer.Ok<BearerToken> ok ->
                Uni.createFrom()
                        .item(AzureRoleWords.entered(
                                attempt.role(),
                                TokenClaims.objectId(ok.value()),
                                attempt.calls().made()));
            case Answer.Failed<BearerToken> failed -> notEntered(attempt, failed.failure());
        });
    }

    private Uni<RoleCheck> notEntered(Attempt attempt, Failure failure) {
        if (failure.kind() != Kind.NOT_LET_IN) {
            return Uni.createFrom().item(refused(attempt, failure));
        }
        if (clock.instant().plus(PAUSE).isBefore(attempt.patientUntil())) {
            return ContextHop.pause(PAUSE).chain(() -> tried(attempt));
        }
        return own.signInAtHome(attempt.calls()).map(answer -> switch (answer) {
            case Answer.Ok<BearerToken> ignored -> refused(attempt, failure);
            case Answer.Failed<BearerToken> atHome ->
                refused(attempt, atHome.failure().as(Kind.OUR_CREDENTIALS));
        });
    }

    private static RoleCheck refused(Attempt attempt, Failure failure) {
        return AzureRoleWords.refused(attempt.role(), failure, attempt.calls().made());
    }

    private record Attempt(AzurePrincipal role, CallLog calls, Instant patientUntil) {}
}
