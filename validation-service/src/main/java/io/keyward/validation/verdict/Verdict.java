package io.keyward.validation.verdict;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import java.time.Instant;
import java.util.Optional;

/** What is believed of a key use. */
public sealed interface Verdict {

    /** Since when it is believed, without a break. */
    Instant since();

    /** Whether clusters that use the key must stop. */
    default boolean stopsClusters() {
        return this instanceof Revoked;
    }

    /** {@code UNCHECKED}, {@code VALID}, {@code REVOKED} or {@code UNUSABLE}: the spelling of events, columns and APIs. */
    default String spelling() {
        return switch (this) {
            case Unchecked ignored -> "UNCHECKED";
            case Valid ignored -> "VALID";
            case Revoked ignored -> "REVOKED";
            case Unusable ignored -> "UNUSABLE";
        };
    }

    /** The stable symbolic reason, for example {@code KEY_DISABLED}; empty unless something is wrong. */
    default Optional<String> reasonCode() {
        return switch (this) {
            case Unchecked ignored -> Optional.empty();
            case Valid ignored -> Optional.empty();
            case Revoked revoked -> Optional.of(revoked.reason().name());
            case Unusable unusable -> Optional.of(unusable.problem().name());
        };
    }

    /** No check has had an answer yet that settles anything. Stops nothing. */
    record Unchecked(Instant since) implements Verdict {}

    /** The key was used with success, and nothing settled has been learned to the contrary. */
    record Valid(Instant since) implements Verdict {}

    /** The customer took the key away; enough checks agreed. The only one that stops clusters. */
    record Revoked(Reason reason, Instant since) implements Verdict {}

    /** The configuration cannot work as it is. Stops nothing. */
    record Unusable(Problem problem, Instant since) implements Verdict {}
}
