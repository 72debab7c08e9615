package io.keyward.access.peer;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Supplier;

/**
 * Answers that are believed for a while, unless word comes that they are no longer true. An answer that was asked for before such a word
 * came is given to who asked, and not remembered: it may tell what was true before. That there is no such thing is never remembered.
 */
final class Remembered<V> {
    private static final int MAX_ENTRIES = 10_000;

    private final Duration life;
    private final Clock clock;
    private final Map<String, Entry<V>> entries = new ConcurrentHashMap<>();
    private long words;

    Remembered(Duration life, Clock clock) {
        this.life = life;
        this.clock = clock;
    }

    /** What is remembered of {@code key} and still to be believed. */
    Optional<V> find(String key) {
        return Optional.ofNullable(entries.get(key))
                .filter(entry -> clock.instant().isBefore(entry.until()))
                .map(Entry::value);
    }

    /** Asks, and remembers the answer. */
    Uni<Optional<V>> ask(String key, Supplier<Uni<Optional<V>>> question) {
        return Uni.createFrom().deferred(() -> {
            long before = words();
            Instant until = clock.instant().plus(life);
            return question.get()
                    .invoke(answer -> answer.ifPresentOrElse(
                            value -> remember(key, new Entry<>(value, until), before), () -> entries.remove(key)));
        });
    }

    /** Word came that whatever fits is no longer true. */
    synchronized void forget(BiPredicate<String, V> outdated) {
        words++;
        entries.entrySet()
                .removeIf(
                        entry -> outdated.test(entry.getKey(), entry.getValue().value()));
    }

    private synchronized long words() {
        return words;
    }

    private synchronized void remember(String key, Entry<V> entry, long before) {
        if (words != before) {
            return;
        }
        if (entries.size() >= MAX_ENTRIES) {
            Instant now = clock.instant();
            entries.values().removeIf(old -> !now.isBefore(old.until()));
        }
        if (entries.size() < MAX_ENTRIES) {
            entries.put(key, entry);
        }
    }

    private record Entry<V>(V value, Instant until) {}
}
