package io.keyward.validation.provider.google;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.Freshness;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.CheckConfig;
import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleCheck.Outcome;
import io.keyward.validation.check.role.RoleChecker;
import io.keyward.validation.check.role.RoleRef.GoogleAccount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Becomes a service account of ours. It says nothing about customers, who let the account use a key, and nobody waits for it: so a refusal is not asked
 * again here, and never more than inconclusive.
 */
@ApplicationScoped
class GoogleRoleChecker implements RoleChecker<GoogleAccount> {
    private final GoogleAccess access;
    private final CheckConfig config;

    GoogleRoleChecker(GoogleAccess access, CheckConfig config) {
        this.access = access;
        this.config = config;
    }

    @Override
    public Uni<RoleCheck> check(GoogleAccount role) {
        return Uni.createFrom().deferred(() -> {
            var calls = new CallLog(
                    InstantSource.system(),
                    thrown -> GoogleReplies.classify(thrown, GoogleReplies.Service.IMPERSONATION));
            return ContextHop.within(
                    config.timeLimit(),
                    access.become(role.email(), Freshness.FRESH, calls)
                            .map(entry -> check(role, entry.answer(), calls.made())),
                    () -> inconclusive(role, "Google did not answer in time.", null, calls.made()));
        });
    }

    private static RoleCheck check(GoogleAccount role, Answer<BearerToken> answer, List<Call> calls) {
        return switch (answer) {
            case Answer.Ok<BearerToken> ignored ->
                new RoleCheck(
                        Outcome.ASSUMABLE,
                        new Evidence(role.email(), "Keyward became the service account.", null, calls));
            case Answer.Failed<BearerToken> failed ->
                inconclusive(
                        role,
                        "Keyward could not become the service account ("
                                + failed.failure().words() + ").",
                        "Whoever runs Keyward: see that the account exists, and that Keyward's own may become it"
                                + " (roles/iam.serviceAccountTokenCreator).",
                        calls);
        };
    }

    private static RoleCheck inconclusive(
            GoogleAccount role, String explanation, @Nullable String remedy, List<Call> calls) {
        return new RoleCheck(Outcome.INCONCLUSIVE, new Evidence(role.email(), explanation, remedy, calls));
    }
}
