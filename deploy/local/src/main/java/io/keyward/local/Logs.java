package io.keyward.local;

import io.keyward.local.folder.PrivateFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;

/** What the launcher's own engines have to say goes to a file; the screen is for people. */
final class Logs {
    private static final Logger ROOT = Logger.getLogger("");

    private Logs() {}

    /** Nothing to the screen, and of Kafka's and Vert.x's talk only warnings. */
    static void quiet() {
        LogManager.getLogManager().reset();
        ROOT.setLevel(Level.WARNING);
    }

    /** From now on to {@code launcher.log} in {@code folder}. */
    static void to(Path folder) {
        Path file = PrivateFiles.file(PrivateFiles.folder(folder).resolve("launcher.log"));
        try {
            ROOT.addHandler(new File(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    static void record(Exception failure) {
        ROOT.log(Level.SEVERE, "the launcher failed", failure);
    }

    /** Every line is there at once: the last ones before a crash are the ones that matter. */
    private static final class File extends StreamHandler {
        File(Path file) throws IOException {
            super(
                    Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                    new SimpleFormatter());
        }

        @Override
        public synchronized void publish(LogRecord message) {
            super.publish(message);
            flush();
        }
    }
}
