package io.keyward.local.stack;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Deque;

/** What was started, to be ended in reverse order: by {@link #close()}, or at the latest with this process. */
final class Parts implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Parts.class.getName());

    private final Deque<AutoCloseable> started = new ArrayDeque<>();
    private final Thread withProcess = new Thread(this::closeAll, "stack-end");
    private boolean closed;

    Parts() {
        Runtime.getRuntime().addShutdownHook(withProcess);
    }

    /** Takes charge of {@code part}; when all is being ended already, ends it at once and fails. */
    <T extends AutoCloseable> T own(T part) {
        synchronized (this) {
            if (!closed) {
                started.push(part);
                return part;
            }
        }
        close(part);
        throw new IllegalStateException("the stack is ending");
    }

    @Override
    public void close() {
        closeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(withProcess);
        } catch (IllegalStateException alreadyEnding) {
            LOG.log(Level.DEBUG, "closed while the process ends");
        }
    }

    private synchronized void closeAll() {
        closed = true;
        while (!started.isEmpty()) {
            close(started.pop());
        }
    }

    private static void close(AutoCloseable part) {
        try {
            part.close();
        } catch (Exception e) {
            LOG.log(Level.WARNING, "could not end " + part.getClass().getSimpleName(), e);
        }
    }
}
