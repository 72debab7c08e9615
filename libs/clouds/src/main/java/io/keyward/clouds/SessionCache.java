package io.keyward.clouds;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Keeps values for a while, and never more of them than a given number: in two generations, of which the older one is forgotten when the younger one has
 * grown to half of that. What is asked for moves to the younger one, so that what is forgotten was not asked for lately.
 */
public final class SessionCache<K, V> {
    private final int half;
    private final Duration keepFor;
    private volatile Map<K, Kept<V>> younger = new ConcurrentHashMap<>();
    private volatile Map<K, Kept<V>> older = new ConcurrentHashMap<>();

    /**
     * @param most values at a time, at least 2
     * @param keepFor however young a value may be that is asked for, an older one than this is never given
     */
    public SessionCache(int most, Duration keepFor) {
        this.half = most / 2;
        this.keepFor = keepFor;
    }

    /** The value that was kept under {@code key} less than {@code oldest} ago. */
    public Optional<V> find(K key, Duration oldest, Instant now) {
        @Nullable Kept<V> kept = younger.get(key);
        if (kept == null) {
            kept = older.remove(key);
            if (kept != null && kept.isYoungerThan(keepFor, now)) {
                put(key, kept);
            }
        }
        return Optional.ofNullable(kept)
                .filter(found -> found.isYoungerThan(keepFor, now) && found.isYoungerThan(oldest, now))
                .map(Kept::value);
    }

    /** Keeps {@code value}, which was obtained at {@code now}. */
    public void keep(K key, V value, Instant now) {
        put(key, new Kept<>(value, now));
    }

    /** Forgets what was kept under {@code key}. */
    public void forget(K key) {
        younger.remove(key);
        older.remove(key);
    }

    /** How many there are, outdated ones included. */
    public int size() {
        return younger.size() + older.size();
    }

    private void put(K key, Kept<V> kept) {
        if (younger.size() >= half) {
            turn();
        }
        younger.merge(key, kept, SessionCache::later);
    }

    private synchronized void turn() {
        if (younger.size() >= half) {
            older = younger;
            younger = new ConcurrentHashMap<>();
        }
    }

    /** Whoever moves an older value must not undo that another one was kept meanwhile. */
    private static <V> Kept<V> later(Kept<V> one, Kept<V> other) {
        return one.since().isAfter(other.since()) ? one : other;
    }

    private record Kept<V>(V value, Instant since) {
        boolean isYoungerThan(Duration age, Instant now) {
            return now.isBefore(since.plus(age));
        }
    }
}
