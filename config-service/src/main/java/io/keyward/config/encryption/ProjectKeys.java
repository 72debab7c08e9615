package io.keyward.config.encryption;

import io.keyward.config.encryption.settings.EncryptionState.KeyInUse;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which customer key a project has, for other features. */
@ApplicationScoped
public class ProjectKeys {
    private final EncryptionStore store;

    ProjectKeys(EncryptionStore store) {
        this.store = store;
    }

    /** Full name of the project's AWS key; empty when customer keys are off. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<String>> awsKey(String groupId) {
        return store.load(groupId).map(state -> state.keyInUse().map(KeyInUse::arn));
    }
}
