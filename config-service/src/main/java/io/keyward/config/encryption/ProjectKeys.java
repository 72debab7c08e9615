package io.keyward.config.encryption;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionState;
import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.keyward.config.encryption.settings.RegionRules;
import io.keyward.config.encryption.store.SituationStore;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** Which customer key a project has, for other features. */
@ApplicationScoped
public class ProjectKeys {
    private final SituationStore situations;
    private final EncryptionService service;

    ProjectKeys(SituationStore situations, EncryptionService service) {
        this.situations = situations;
        this.service = service;
    }

    /**
     * A project's AWS key.
     *
     * @param arn full name in its home region, the one that the tenant configured
     * @param multiRegion whether it can have replicas in other regions
     * @param privateNetworking whether it is to be reached over private endpoints only
     */
    public record AwsKey(String arn, AwsRegion home, boolean multiRegion, boolean privateNetworking) {}

    /** The project's AWS key; empty when customer keys are off. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<AwsKey>> aws(String groupId) {
        return situations.load(groupId).map(state -> state.home().map(home -> key(state, home)));
    }

    /** Whether the key is valid, as a read of the configuration says it. Never called with a session open: it may be checked first. */
    public Uni<Boolean> isValid(String groupId) {
        return service.get(groupId).map(view -> view.awsKms().valid());
    }

    private static AwsKey key(EncryptionState state, KeyInUse home) {
        return new AwsKey(
                home.arn(),
                home.region(),
                RegionRules.isMultiRegion(home.arn()),
                Objects.requireNonNull(state.config().aws()).requirePrivateNetworking());
    }
}
