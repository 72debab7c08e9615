package io.keyward.config.encryption.proof;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import java.util.List;
import java.util.Set;

/**
 * What opening one key found.
 *
 * @param access what it was opened with, as that was then
 * @param asked the regions in which the key was wanted, whether or not it can be there
 * @param findings the key in its own region first; the others follow only where that one left a reason to look
 */
public record Inspection(KeyAccess access, Set<CloudRegion> asked, List<Finding> findings) {

    /** The key in one region, and what was answered. */
    public record Finding(KmsConfig key, KeyAnswer answer) {

        /** Full name of the key there, as far as it could be learned. */
        public String name() {
            String learned = answer.key();
            return key.isFullName() || learned == null ? key.key() : learned;
        }

        /** Whether the answer is that there is no such key. */
        boolean isAbsent() {
            return switch (answer.outcome()) {
                case VALID, INCONCLUSIVE -> false;
                case REVOKED, UNUSABLE -> CheckReason.parse(answer.reason()).isAbsence();
            };
        }
    }

    /** The key in other regions, as far as it was looked for. */
    List<Finding> replicas() {
        return findings.subList(1, findings.size());
    }

    /** The key in its own region. */
    public Finding home() {
        return findings.getFirst();
    }
}
