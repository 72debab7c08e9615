package io.keyward.local.demo;

import io.keyward.local.demo.clouds.AzureStory;
import io.keyward.local.demo.clouds.GoogleStory;
import io.keyward.local.demo.telling.Narrator;
import io.keyward.local.demo.telling.Narrator.StoryFailed;
import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.service.Tuning;
import io.keyward.local.stack.LocalStack;
import io.keyward.local.stack.StackOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/** The story on a stack of its own, which leaves nothing behind. */
public final class Demo {
    private static final String FAILURE_LOGS = "target/keyward/demo-logs";
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final PrintWriter out;
    private final Tuning tuning;
    private final Clouds clouds;

    /** The clouds whose stories are told. */
    public enum Clouds {
        AWS,
        AZURE,
        GCP,
        ALL
    }

    /** A demo that tells its stories to {@code out}, one after the other. */
    public Demo(PrintWriter out, Tuning tuning, Clouds clouds) {
        this.out = out;
        this.tuning = tuning;
        this.clouds = clouds;
    }

    /** Tells it, ends with one line that says how it went, and answers whether it went well. */
    public boolean run() {
        long begun = System.nanoTime();
        Path folder = temporaryFolder();
        try {
            tell(folder);
            out.printf(Locale.ROOT, "demo: passed in %.0f s%n", Narrator.secondsSince(begun));
            return true;
        } catch (StoryFailed e) {
            out.println("demo: failed: " + e.getMessage());
            return false;
        } finally {
            out.flush();
        }
    }

    private void tell(Path folder) {
        Narrator narrator = new Narrator(out);
        StackOptions options = StackOptions.isolated(folder).withTuning(tuning);
        try (LocalStack stack = narrator.step(
                "Keyward starts, with PostgreSQL, Kafka and a simulated cloud",
                START_LIMIT,
                () -> LocalStack.start(options),
                started -> describe(started.addresses()))) {
            tell(narrator, stack, options);
        }
    }

    private void tell(Narrator narrator, LocalStack stack, StackOptions options) {
        try {
            tell(narrator, stack.addresses());
        } catch (StoryFailed e) {
            Path kept = options.root().resolve(FAILURE_LOGS);
            PrivateFiles.copyFiles(StackFolder.logs(options.folder()), kept);
            out.println("the services' logs are kept in " + kept);
            throw e;
        }
    }

    private void tell(Narrator narrator, Addresses addresses) {
        switch (clouds) {
            case AWS -> tellOfAws(narrator, addresses);
            case AZURE -> AzureStory.tell(narrator, addresses);
            case GCP -> GoogleStory.tell(narrator, addresses);
            case ALL -> {
                tellOfAws(narrator, addresses);
                AzureStory.tell(narrator, addresses);
                GoogleStory.tell(narrator, addresses);
            }
        }
    }

    private static void tellOfAws(Narrator narrator, Addresses addresses) {
        try (Story story = new Story(narrator, addresses)) {
            story.tell();
        }
    }

    private static String describe(Addresses addresses) {
        return "API " + addresses.baseUrl() + ", cloud " + addresses.cloudUrl() + ", Kafka " + addresses.kafka();
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("keyward-demo-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder can be made", e);
        }
    }
}
