package io.keyward.config.encryption.proof;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.contracts.KeyEvent.ProviderCall;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What an inspection of a key proves, and what it leaves to be refused. Pure. */
public final class ProofRules {
    private ProofRules() {}

    /**
     * Why the key cannot be taken as it was found; empty when it can.
     *
     * @param mayWait whether a key that could not be reached in that region may be accepted all the same, not valid yet: behind private networking
     *     its endpoint may be what is missing
     */
    public static List<Refusal> refusals(Inspection inspection, Predicate<CloudRegion> mayWait) {
        return Stream.concat(
                        Stream.of(inspection.home()),
                        inspection.replicas().stream().filter(finding -> !finding.isAbsent()))
                .flatMap(finding -> refusal(finding, mayWait).stream())
                .toList();
    }

    private static Optional<Refusal> refusal(Finding finding, Predicate<CloudRegion> mayWait) {
        KmsConfig key = finding.key();
        return switch (finding.answer().outcome()) {
            case VALID -> Optional.empty();
            case REVOKED, UNUSABLE -> Optional.of(KeyRefusals.of(finding.answer(), key));
            case INCONCLUSIVE -> {
                if (!mayWait.test(key.region()) || KeyRefusals.isInAnyWay(finding.answer(), key)) {
                    yield Optional.of(KeyRefusals.of(finding.answer(), key));
                }
                yield key.isFullName()
                        ? Optional.empty()
                        : Optional.of(EncryptionRefusals.of(new EncryptionError.ArnNeeded(key.key())));
            }
        };
    }

    /**
     * What an inspection proves that left nothing to be refused.
     *
     * @param now when a check counts as made that made no call
     */
    public static KeyProof proof(Inspection inspection, Instant now) {
        List<InRegion> replicas = inspection.replicas().stream()
                .filter(finding -> !finding.isAbsent())
                .map(finding -> inRegion(finding, now))
                .sorted(Comparator.comparing(InRegion::region, CloudRegion.ORDER))
                .toList();
        return new KeyProof(inspection.access(), inRegion(inspection.home(), now), replicas, inspection.asked());
    }

    /** The key where it was found; not valid where it could not be used. */
    static InRegion inRegion(Finding finding, Instant now) {
        boolean valid = finding.answer().outcome() == KeyAnswer.Outcome.VALID;
        return new InRegion(finding.key().region(), finding.name(), valid, madeAt(finding.answer(), now));
    }

    /** By the clock of whoever made the check, for verdicts are compared with it and carry that clock's times. */
    private static Instant madeAt(KeyAnswer answer, Instant now) {
        return answer.callsMade().stream()
                .map(ProviderCall::at)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }
}
