package io.keyward.local.outpost;

import io.keyward.engines.KafkaEngine;
import io.keyward.simulator.CloudSimulator;
import io.keyward.simulator.Options;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Main class of an engine in a process of its own. Ends with its standard input. */
public final class Outpost {

    /** What can stand alone. */
    public enum Kind {
        KAFKA("kafka"),
        CLOUD("cloud");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** Its name in logs. */
        public String word() {
            return word;
        }
    }

    private Outpost() {}

    /** Arguments: the {@link Kind}, its port, and where it keeps what it acknowledges. */
    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.WARNING);
        start(Kind.valueOf(arguments[0]), Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        while (System.in.read() >= 0) {
            // Nothing is ever written: only the end of it counts.
        }
        Runtime.getRuntime().halt(0);
    }

    private static void start(Kind kind, int port, Path kept) {
        switch (kind) {
            case KAFKA -> KafkaEngine.start(kept, port);
            case CLOUD -> CloudSimulator.start(Options.defaults().withPort(port).withStateFile(kept));
        }
    }
}
