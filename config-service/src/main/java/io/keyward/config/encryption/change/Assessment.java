package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.endpoint.PrivateEndpoint;
import java.util.List;
import java.util.Optional;

/**
 * What is to be thought of a change.
 *
 * @param endpoints the project's private endpoints, as far as they were asked for
 * @param found what opening the keys found; absent when nothing had to be opened, or nobody was to be asked
 * @param proof what the wanted key was proved by; absent without a need for proof, and when something stands in the way
 * @param blockers everything that stands in the way, in the order in which it has to be removed
 */
record Assessment(
        Optional<KmsConfig> next,
        List<PrivateEndpoint> endpoints,
        Optional<Found> found,
        Optional<KeyProof> proof,
        List<Refusal> blockers) {

    /** A change that takes no opening of keys to judge. */
    static Assessment unproved(Optional<KmsConfig> next, List<PrivateEndpoint> endpoints, List<Refusal> blockers) {
        return new Assessment(next, endpoints, Optional.empty(), Optional.empty(), blockers);
    }
}
