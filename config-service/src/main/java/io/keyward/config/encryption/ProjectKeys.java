package io.keyward.config.encryption;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.ProjectKey;
import io.keyward.config.encryption.settings.RegionRules;
import io.keyward.config.encryption.store.SituationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which customer key a project has, for other features. */
@ApplicationScoped
public class ProjectKeys {
    private final SituationStore situations;
    private final KeyValidity validity;

    ProjectKeys(SituationStore situations, KeyValidity validity) {
        this.situations = situations;
        this.validity = validity;
    }

    /**
     * A project's AWS key.
     *
     * @param id of the project key
     * @param arn full name in its home region, the one that the tenant configured
     * @param multiRegion whether it can have replicas in other regions
     * @param privateNetworking whether it is to be reached over private endpoints only
     */
    public record AwsKey(String id, String arn, AwsRegion home, boolean multiRegion, boolean privateNetworking) {}

    /**
     * A project key, current or former.
     *
     * @param arn full name in its home region
     * @param former whether another key took its place, or it was given up
     * @param since since when it is the current one, or was the last time
     * @param keyUseIds its key uses, the home one first
     */
    public record KeyFacts(
            String id,
            String provider,
            String arn,
            AwsRegion home,
            boolean former,
            Instant since,
            List<String> keyUseIds) {}

    /** The project's AWS key; empty when customer keys are off. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<AwsKey>> aws(String groupId) {
        return situations.load(groupId).map(state -> state.current().map(key -> awsKey(state, key)));
    }

    /** The project key of that id; empty when nothing is under it any more, or it was never this project's. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<KeyFacts>> find(String groupId, String keyId) {
        return situations.load(groupId).map(state -> state.find(keyId).map(ProjectKeys::facts));
    }

    /** Whether the current key is valid, as a read of the configuration says it. Never called with a session open: it may be checked first. */
    public Uni<Boolean> isValid(String groupId) {
        return situations.load(groupId).chain(state -> state.current()
                .map(key -> validity.isValid(groupId, key))
                .orElse(Uni.createFrom().item(false)));
    }

    /**
     * Whether that project key, current or former, is valid in all its regions by the last verdicts; false when the project has no such key. Never
     * called with a session open: it may be checked first.
     */
    public Uni<Boolean> isValid(String groupId, String keyId) {
        return situations.load(groupId).chain(state -> state.find(keyId)
                .map(key -> validity.isValid(groupId, key))
                .orElse(Uni.createFrom().item(false)));
    }

    private static AwsKey awsKey(EncryptionState state, ProjectKey key) {
        return new AwsKey(
                key.id(),
                key.arn(),
                key.home(),
                RegionRules.isMultiRegion(key.arn()),
                Objects.requireNonNull(state.config().aws()).requirePrivateNetworking());
    }

    private static KeyFacts facts(ProjectKey key) {
        return new KeyFacts(
                key.id(),
                "AWS",
                key.arn(),
                key.home(),
                key.isFormer(),
                key.since(),
                key.uses().stream().map(KeyInUse::keyUseId).toList());
    }
}
