package io.keyward.local.chaos.validation.truth;

import io.keyward.local.chaos.validation.truth.Act.Effect;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * When keys were taken away, told generously: a key may have been away from the moment on at which somebody first tried to take it until the cloud had
 * acknowledged that it was given back. Pure.
 *
 * @param absences by the key's ARN, oldest first
 */
public record Truth(Map<String, List<Absence>> absences) {

    /** The truth that follows from what was done, in the order of its being acknowledged. */
    public static Truth of(List<Change> changes) {
        Map<String, List<Absence>> absences = new TreeMap<>();
        for (Change change : changes) {
            List<Absence> known = absences.computeIfAbsent(change.key(), key -> new ArrayList<>());
            boolean away = !known.isEmpty() && known.getLast().until().equals(Instant.MAX);
            if (change.kind().effect() == Effect.TAKES_AWAY && !away) {
                known.add(new Absence(change.before(), change.after(), Instant.MAX, Instant.MAX));
            } else if (change.kind().effect() == Effect.GIVES_BACK && away) {
                Absence last = known.removeLast();
                known.add(new Absence(last.from(), last.surelyFrom(), change.before(), change.after()));
            }
        }
        return new Truth(absences);
    }

    /** Whether the key is away now. */
    public boolean isAway(String key) {
        List<Absence> known = absences.getOrDefault(key, List.of());
        return !known.isEmpty() && known.getLast().until().equals(Instant.MAX);
    }

    /** Whether the key may have been away at any moment between the two. */
    public boolean mayHaveBeenAway(String key, Instant from, Instant until) {
        return absences.getOrDefault(key, List.of()).stream()
                .anyMatch(absence ->
                        !absence.from().isAfter(until) && !absence.until().isBefore(from));
    }

    /** Whether the key may have been usable at any moment between the two. */
    public boolean mayHaveBeenThere(String key, Instant from, Instant until) {
        return absences.getOrDefault(key, List.of()).stream()
                .noneMatch(absence -> !absence.surelyFrom().isAfter(from)
                        && !absence.surelyUntil().isBefore(until));
    }

    /**
     * A time for which a key was away.
     *
     * @param from when somebody began to take it away
     * @param surelyFrom when the cloud had acknowledged that
     * @param surelyUntil when somebody began to give it back; {@link Instant#MAX} while nobody does
     * @param until when the cloud had acknowledged that
     */
    public record Absence(Instant from, Instant surelyFrom, Instant surelyUntil, Instant until) {}

    /**
     * Something that was done to a key, and that its cloud acknowledged.
     *
     * @param key its ARN
     * @param before when it was first tried
     * @param after when it was acknowledged
     */
    public record Change(String key, Act.Kind kind, Instant before, Instant after) {}
}
