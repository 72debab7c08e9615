package io.keyward.config.verdict;

import io.keyward.config.validation.RecordedChecks.RecordedCheck;
import io.keyward.config.validation.ValidationClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * What to answer when somebody reads a project's KMS configuration: the last verdict. Only if that is bad and old, the key is checked
 * first, one check at a time per project; whoever asks meanwhile waits for the same answer.
 */
@ApplicationScoped
public class KeyVerdicts {
    private static final Logger LOG = Logger.getLogger(KeyVerdicts.class);

    private final KeyVerdictStore store;
    private final ValidationClient validation;
    private final VerdictConfig config;
    private final Clock clock;
    private final Map<String, Uni<List<RecordedCheck>>> underWay = new ConcurrentHashMap<>();
    /** Answers to our own questions, until the projection has caught up; by key use. */
    private final Map<String, KeyVerdict> answered = new ConcurrentHashMap<>();

    KeyVerdicts(KeyVerdictStore store, ValidationClient validation, VerdictConfig config, Clock clock) {
        this.store = store;
        this.validation = validation;
        this.config = config;
        this.clock = clock;
    }

    /**
     * The last verdicts about a project's key uses, made fresh if one is bad and old. Never fails for want of an answer: then the last ones
     * stand.
     *
     * @param atLeast what the caller knows from the checks with which they were accepted
     */
    public Uni<List<KeyVerdict>> current(String groupId, List<KeyVerdict> atLeast) {
        List<String> ids = atLeast.stream().map(KeyVerdict::keyUseId).toList();
        return store.find(ids).flatMap(projected -> {
            List<KeyVerdict> known = atLeast.stream()
                    .map(one -> withAnswers(one.orLater(projected.getOrDefault(one.keyUseId(), one))))
                    .toList();
            return known.stream().anyMatch(one -> VerdictRules.isWorthAsking(one, clock.instant(), config.freshness()))
                    ? ask(groupId, known)
                    : Uni.createFrom().item(known);
        });
    }

    private KeyVerdict withAnswers(KeyVerdict known) {
        KeyVerdict answer = answered.get(known.keyUseId());
        if (answer == null) {
            return known;
        }
        if (!answer.checkedAt().isAfter(known.checkedAt())) {
            answered.remove(known.keyUseId(), answer);
        }
        return known.orLater(answer);
    }

    private Uni<List<KeyVerdict>> ask(String groupId, List<KeyVerdict> known) {
        Instant asked = clock.instant();
        Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return underWay.computeIfAbsent(groupId, this::check)
                .emitOn(task -> home.runOnContext(ignored -> task.run()))
                .map(results ->
                        known.stream().map(one -> answerTo(one, results, asked)).toList())
                .invoke(answers -> answers.forEach(answer -> answered.put(answer.keyUseId(), answer)))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.debugf("answering the last verdicts: %s", failure);
                    return known;
                });
    }

    private static KeyVerdict answerTo(KeyVerdict known, List<RecordedCheck> results, Instant asked) {
        return results.stream()
                .filter(result -> result.keyUseId().equals(known.keyUseId()))
                .map(result -> new KeyVerdict(result.keyUseId(), result.verdict(), result.checkedAt()))
                .findFirst()
                .orElseGet(() -> known.isValid() ? known : new KeyVerdict(known.keyUseId(), known.verdict(), asked));
    }

    private Uni<List<RecordedCheck>> check(String groupId) {
        return validation
                .checkProject(groupId)
                .onTermination()
                .invoke(() -> underWay.remove(groupId))
                .memoize()
                .indefinitely();
    }
}
