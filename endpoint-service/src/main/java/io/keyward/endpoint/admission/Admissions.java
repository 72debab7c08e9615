package io.keyward.endpoint.admission;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.error.ErrorBody;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/**
 * Asks config-service for admission. Never called while a session is open. Fails with config-service's own {@link Refusal}, or with a 503 that
 * tells when to come back if there is no answer: nothing is recorded unasked.
 */
@ApplicationScoped
public class Admissions {
    private static final Logger LOG = Logger.getLogger(Admissions.class);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

    private final AdmissionApi api;

    Admissions(@RestClient AdmissionApi api) {
        this.api = api;
    }

    /**
     * Admission of one endpoint.
     *
     * @param region as the provider spells it
     */
    public Uni<Admission> ask(String groupId, String provider, String region) {
        return Uni.createFrom()
                .deferred(() -> api.ask(groupId, new AdmissionApi.Question(provider, region)))
                .onItem()
                .ifNull()
                .failWith(() -> new IllegalStateException("an answer without a body"))
                .onFailure()
                .transform(failure -> refused(failure).orElseGet(() -> noAnswer(failure)));
    }

    private static Optional<Refusal> refused(Throwable failure) {
        return failure instanceof WebApplicationException answer ? refused(answer.getResponse()) : Optional.empty();
    }

    private static Optional<Refusal> refused(Response response) {
        try {
            return AnswerRules.refusal(
                    response.getStatus(),
                    response.readEntity(ErrorBody.class),
                    response.getHeaderString(HttpHeaders.RETRY_AFTER));
        } catch (RuntimeException unreadable) {
            LOG.debug("config-service's answer is not an error body", unreadable);
            return Optional.empty();
        }
    }

    private static Refusal noAnswer(Throwable failure) {
        LOG.warnf("config-service does not say whether an endpoint may be made: %s", failure);
        return Refusal.of(ErrorCode.SERVICE_UNAVAILABLE)
                .withDetail("Whether the project may have this endpoint could not be found out, because config-service"
                        + " did not answer. Nothing was changed.")
                .withRetryAfter(RETRY_AFTER);
    }
}
