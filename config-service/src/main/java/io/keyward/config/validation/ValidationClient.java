package io.keyward.config.validation;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks validation-service. Never called while a session is open. Without an answer in time every question fails with a 503 that tells when
 * to come back: nothing is accepted unchecked.
 */
@ApplicationScoped
public class ValidationClient {
    private static final Logger LOG = Logger.getLogger(ValidationClient.class);

    private final ValidationApi api;
    private final ValidationConfig config;

    ValidationClient(@RestClient ValidationApi api, ValidationConfig config) {
        this.api = api;
        this.config = config;
    }

    /** Checks a key by use, on fresh sessions; nothing is recorded. */
    public Uni<KeyAnswer> checkKey(KeyQuestion question) {
        return ask("key check", () -> api.checkKey(question));
    }

    /** Tries whether a role lets us in; a refusal is retried there for a short while. */
    public Uni<RoleAnswer> checkRole(RoleQuestion question) {
        return ask("role check", () -> api.checkRole(question));
    }

    /** Checks the keys that a project uses now, and has the results recorded: what <em>Try Again</em> does. */
    public Uni<List<RecordedChecks.RecordedCheck>> checkProject(String groupId) {
        return ask("on-demand check", () -> api.checkProject(groupId)).map(RecordedChecks::results);
    }

    private <T> Uni<T> ask(String what, Supplier<Uni<T>> question) {
        Duration limit = config.checkTimeout();
        return Uni.createFrom()
                .deferred(question::get)
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("an answer without a body"))
                .ifNoItem()
                .after(limit)
                .fail()
                .onFailure()
                .transform(failure -> unavailable(what, failure));
    }

    private Refusal unavailable(String what, Throwable failure) {
        LOG.warnf("validation-service did not answer a %s: %s", what, failure);
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE)
                .withDetail("The " + what
                        + " could not be made, because validation-service did not answer. Nothing was changed.")
                .withRetryAfter(config.retryAfter());
    }
}
