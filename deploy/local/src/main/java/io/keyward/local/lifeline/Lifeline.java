package io.keyward.local.lifeline;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/**
 * Main class of a service under the local stack: starts the main class that {@value #PROGRAM} names, and ends the process when
 * standard input ends. The launcher holds the other end of that pipe and never writes; the operating system closes it when the launcher dies, even by
 * {@code kill -9}. It stands here, in front of the services, so that no service carries code that only the local stack needs.
 */
public final class Lifeline {
    /** Property that names the main class. */
    public static final String PROGRAM = "keyward.program";

    private static final long PATIENCE_SECONDS = 8;

    private Lifeline() {}

    public static void main(String[] arguments) throws ReflectiveOperationException {
        daemon("parent-watch", Lifeline::endWithParent);
        Class.forName(System.getProperty(PROGRAM))
                .getMethod("main", String[].class)
                .invoke(null, (Object) arguments);
    }

    private static void endWithParent() {
        awaitEndOfInput();
        daemon("parent-watch-halt", Lifeline::haltAfterPatience);
        System.exit(0);
    }

    private static void awaitEndOfInput() {
        try {
            int read = System.in.read();
            while (read >= 0) {
                read = System.in.read();
            }
        } catch (IOException broken) {
            // A broken pipe tells the same as its end.
        }
    }

    /** An orderly end may hang on a database or broker that went first. */
    private static void haltAfterPatience() {
        try {
            TimeUnit.SECONDS.sleep(PATIENCE_SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        Thread.ofPlatform().name(name).daemon().start(work);
    }
}
