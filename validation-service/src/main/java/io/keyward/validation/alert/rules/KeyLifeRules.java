package io.keyward.validation.alert.rules;

import static io.keyward.validation.alert.condition.AlertType.ENCRYPTION_AT_REST_KEY_EXPIRING;

import io.keyward.validation.alert.condition.AlertType;
import io.keyward.validation.alert.condition.Condition;
import io.keyward.validation.alert.condition.Condition.Age;
import io.keyward.validation.alert.condition.Content;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.rules.ProjectFacts.Ending;
import io.keyward.validation.alert.rules.ProjectFacts.KeyAge;
import io.keyward.validation.alert.rules.ProjectFacts.KeyFacts;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.keyuse.KeyUse;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from how old keys are and when they end. From which age on that is too old, and how near too near, configurations say. */
final class KeyLifeRules {
    private KeyLifeRules() {}

    /** A replica has a last day of its own; a key that is the same one in all its regions ends once. */
    static Stream<Condition> conditions(ProjectFacts facts, Instant now) {
        return Stream.concat(
                facts.keys().stream()
                        .filter(key -> !SameKeyRules.isToldOfAtHome(key.use(), facts))
                        .flatMap(key -> ofEnd(key, facts, now).stream()),
                facts.ages().stream().flatMap(age -> ofAge(age, facts).stream()));
    }

    /** A key grows older from its first day in the project on, or from its last rotation, if that is later. */
    private static Optional<Condition> ofAge(KeyAge age, ProjectFacts facts) {
        return facts.keys().stream()
                .map(KeyFacts::use)
                .filter(use -> use.id().equals(age.keyUseId()))
                .findFirst()
                .map(use -> ofAge(age, use, users(use, facts)));
    }

    private static Condition ofAge(KeyAge age, KeyUse use, List<AffectedCluster> users) {
        var life = use.life();
        var from = from(age, life);
        var content = new Content(
                null,
                LifeWords.ofAge(age.since(), from, life),
                LifeWords.rotate(age.provider()),
                from,
                users,
                List.of());
        return Condition.ages(
                AlertType.needsRotation(age.provider()),
                AlertRules.subject(use),
                content,
                new Age(from, life == null ? null : life.nextRotationAt()));
    }

    private static Instant from(KeyAge age, @Nullable KeyLife life) {
        var rotatedAt = life == null ? null : life.rotatedAt();
        return rotatedAt != null && rotatedAt.isAfter(age.since()) ? rotatedAt : age.since();
    }

    /** The nearest last day, until it has come: what that brings is found by checking the key. */
    private static Optional<Condition> ofEnd(KeyFacts key, ProjectFacts facts, Instant now) {
        return key.endings().stream()
                .filter(ending -> now.isBefore(ending.at()))
                .findFirst()
                .map(ending -> ofEnd(ending, key.use(), facts, now));
    }

    private static Condition ofEnd(Ending ending, KeyUse use, ProjectFacts facts, Instant now) {
        var content = new Content(
                reason(ending.what()),
                LifeWords.ofEnd(ending.what(), ending.at(), now) + AlertWords.held(use),
                LifeWords.remedy(ending.what()),
                use.standing().verdict().since(),
                users(facts, other -> SameKeyRules.isSame(other, use)),
                List.of(),
                ending.at().truncatedTo(ChronoUnit.MILLIS));
        return Condition.holds(ENCRYPTION_AT_REST_KEY_EXPIRING, AlertRules.subject(use), content);
    }

    private static String reason(KeyLife.End end) {
        return switch (end) {
            case DELETION -> "KEY_DELETION_SCHEDULED";
            case MATERIAL_EXPIRY -> "KEY_MATERIAL_EXPIRES";
            case KEY_EXPIRY -> "KEY_EXPIRES";
            case CREDENTIAL_EXPIRY -> "CREDENTIAL_EXPIRES";
        };
    }

    /** Whoever uses the key in any region: it is as old everywhere. */
    private static List<AffectedCluster> users(KeyUse home, ProjectFacts facts) {
        return users(
                facts,
                use -> use.id().equals(home.id())
                        || (home.keyId() != null && Objects.equals(home.keyId(), use.keyId())));
    }

    private static List<AffectedCluster> users(ProjectFacts facts, Predicate<KeyUse> which) {
        Set<String> uses = facts.keys().stream()
                .map(KeyFacts::use)
                .filter(which)
                .map(KeyUse::id)
                .collect(Collectors.toSet());
        return AlertRules.affected(
                facts.clusters(), cluster -> cluster.keyUseIds().stream().anyMatch(uses::contains));
    }
}
