package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.config.encryption.merge.EncryptionRules;
import io.keyward.config.encryption.merge.Proposal;
import io.keyward.config.encryption.proof.ChangeProver;
import io.keyward.config.encryption.proof.ChangeProver.Found;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.proof.KeyValidity;
import io.keyward.config.encryption.proof.ProofRules;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Judges a change: opens the keys it needs, and tells everything that stands in its way. Records nothing. Never called with a session open. */
@ApplicationScoped
class ChangeAssessor {
    private static final int SERVER_ERRORS = 500;

    private final ChangeProver prover;
    private final KeyValidity validity;
    private final Clock clock;

    ChangeAssessor(ChangeProver prover, KeyValidity validity, Clock clock) {
        this.prover = prover;
        this.validity = validity;
        this.clock = clock;
    }

    /**
     * Judges a change.
     *
     * @param endpoints those that exist; empty also where they do not matter
     * @return fails with the refusal only when somebody who had to be asked did not answer
     */
    Uni<Assessment> assess(Situation now, Proposal proposal, List<PrivateEndpoint> endpoints) {
        Optional<KmsConfig> next = proposal.key(now.provider());
        List<Refusal> obstacles = ChangeRules.obstacles(now, next, endpoints);
        if (next.isEmpty()) {
            return giveUp(now).map(more -> Assessment.unproved(next, endpoints, join(obstacles, more)));
        }
        KmsConfig wanted = next.get();
        if (next.equals(now.state().config()) || ChangeRules.isKeptFromAsking(now, next, endpoints)) {
            return Uni.createFrom().item(Assessment.unproved(next, endpoints, obstacles));
        }
        return prover.look(now, wanted, proposal.sent(), ChangeRules.needed(now, wanted, endpoints))
                .chain(found ->
                        judge(now, endpoints, found).map(more -> judged(next, endpoints, found, join(obstacles, more))))
                .onFailure(ChangeAssessor::isAnswer)
                .recoverWithItem(
                        failure -> Assessment.unproved(next, endpoints, join(obstacles, List.of((Refusal) failure))));
    }

    private Uni<List<Refusal>> giveUp(Situation now) {
        return isValid(now, !now.stayingClusters().isEmpty())
                .map(valid -> EncryptionRules.cannotDisable(now, valid).map(EncryptionRefusals::of).stream()
                        .toList());
    }

    private Uni<List<Refusal>> judge(Situation now, List<PrivateEndpoint> endpoints, Found found) {
        KmsConfig wanted = found.wanted().home().key();
        boolean moves = !now.stayingClusters().isEmpty()
                && EncryptionRules.isOtherKey(
                        now.state(), wanted, found.wanted().home().name());
        return isValid(now, moves).chain(valid -> prover.lost(now.state().groupId(), found.others())
                .map(lost -> Stream.of(
                                ChangeRules.clusters(now, wanted, found.wanted(), valid),
                                ChangeRules.key(now, wanted, found.wanted(), endpoints),
                                lost)
                        .flatMap(List::stream)
                        .toList()));
    }

    /** Whether the current key is valid, if that matters. */
    private Uni<Boolean> isValid(Situation now, boolean matters) {
        return now.state()
                .current()
                .filter(key -> matters)
                .map(key -> validity.isValid(now.state().groupId(), key))
                .orElse(Uni.createFrom().item(true));
    }

    private Assessment judged(
            Optional<KmsConfig> next, List<PrivateEndpoint> endpoints, Found found, List<Refusal> blockers) {
        Optional<KeyProof> proof =
                blockers.isEmpty() ? Optional.of(ProofRules.proof(found.wanted(), clock.instant())) : Optional.empty();
        return new Assessment(next, endpoints, Optional.of(found), proof, blockers);
    }

    /** An answer about what was wanted; that a service did not answer is none. */
    private static boolean isAnswer(Throwable failure) {
        return failure instanceof Refusal refusal && refusal.code().status() < SERVER_ERRORS;
    }

    private static List<Refusal> join(List<Refusal> some, List<Refusal> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
