package io.keyward.validation.preflight;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.clouds.Freshness;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyChecks;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.ReportedEvidence;
import io.keyward.validation.endpoint.PathStore;
import io.keyward.validation.keyuse.Reach;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
    public Uni<Answer> check(@Valid @NotNull Request request) {
        return paths.find(request.groupId(), request.reach())
                .chain(path -> checks.check(request.toKey(path), Freshness.FRESH))
                .map(Answer::of);
    }

    /**
     * The key in question.
     *
     * @param provider {@code AWS}
     * @param key an ARN, or a key id of the role's account
     * @param region as the provider spells it, for example {@code us-east-1}
     * @param privateNetworking whether it is to be reached over private endpoints only; false when it is not said
     */
    public record Request(
            @NotBlank String groupId,
            @NotBlank String provider,
            @NotBlank String key,
            @NotBlank String region,
            @NotBlank String roleArn,
            @NotBlank String externalId,
            @Nullable Boolean privateNetworking) {

        Reach reach() {
            if (!provider.equals("AWS")) {
                throw Refusal.of(ErrorCode.INVALID_PROVIDER, provider);
            }
            return new Reach(provider, region, Boolean.TRUE.equals(privateNetworking));
        }

        AwsKey toKey(KeyPath path) {
            return new AwsKey(groupId, null, key, region, path, roleArn, externalId, null);
        }
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
