package io.keyward.validation.preflight;

import io.keyward.clouds.Freshness;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyChecks;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.endpoint.PathStore;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** "Would this key work?" Answered within the check's time limit; an outcome of any kind is 200. */
@Path("/internal/v1/key-checks")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class KeyCheckResource {
    private final KeyChecks checks;
    private final PathStore paths;

    KeyCheckResource(KeyChecks checks, PathStore paths) {
        this.checks = checks;
        this.paths = paths;
    }

    /** Checks the key with a fresh session, on the way that it would be checked on if it were accepted. */
    @POST
    public Uni<Answer> check(@Valid @NotNull KeyCheckQuestion request) {
        return paths.find(request.groupId(), request.reach())
                .chain(path -> checks.check(request.toKey(path), Freshness.FRESH))
                .map(Answer::of);
    }

    /**
     * What the check taught.
     *
     * @param outcome {@code VALID}, {@code REVOKED}, {@code UNUSABLE} or {@code INCONCLUSIVE}
     * @param reason symbolic; null when valid
     * @param remedy null when there is nothing to do
     * @param key the key's full name, as far as it is known
     */
    public record Answer(
            String outcome,
            @Nullable String reason,
            String explanation,
            @Nullable String remedy,
            String key,
            List<ProviderCall> calls) {

        static Answer of(KeyCheck check) {
            var evidence = ReportedEvidence.of(check);
            return new Answer(
                    evidence.outcome(),
                    evidence.reason(),
                    evidence.explanation(),
                    evidence.remedy(),
                    check.evidence().key(),
                    evidence.calls());
        }
    }
}
