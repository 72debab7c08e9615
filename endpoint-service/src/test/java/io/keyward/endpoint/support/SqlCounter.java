package io.keyward.endpoint.support;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Counts the SQL statements that Hibernate sends, as it logs them. */
public final class SqlCounter implements AutoCloseable {
    private static final Logger STATEMENTS = Logger.getLogger("org.hibernate.SQL");

    private final AtomicInteger count = new AtomicInteger();
    private final Level level = STATEMENTS.getLevel();
    private final boolean passesOn = STATEMENTS.getUseParentHandlers();
    private final Handler handler;

    private SqlCounter(Predicate<String> counts) {
        this.handler = new Counting(counts);
    }

    /** Counts from now on those statements that {@code counts}. */
    public static SqlCounter of(Predicate<String> counts) {
        var counter = new SqlCounter(counts);
        STATEMENTS.addHandler(counter.handler);
        STATEMENTS.setUseParentHandlers(false);
        STATEMENTS.setLevel(Level.FINE);
        return counter;
    }

    /** How many there were since the last time this was asked. */
    public int sinceLast() {
        return count.getAndSet(0);
    }

    @Override
    public void close() {
        STATEMENTS.setLevel(level);
        STATEMENTS.setUseParentHandlers(passesOn);
        STATEMENTS.removeHandler(handler);
    }

    private final class Counting extends Handler {
        private final Predicate<String> counts;

        Counting(Predicate<String> counts) {
            this.counts = counts;
        }

        @Override
        public void publish(LogRecord entry) {
            if (counts.test(entry.getMessage())) {
                count.incrementAndGet();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
