package io.keyward.local.service.process;

import io.keyward.local.folder.StackFolder;
import io.keyward.local.lifeline.Child;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Map;

/**
 * Makes a service's AOT cache: has it started once, and ended in order as soon as it is ready; what it had loaded and linked by then is kept in a file that later
 * starts begin with. It takes as long as a few starts, and belongs to one build on one kind of virtual machine.
 */
public final class StartCache {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final StackFolder folder;
    private final Health health;

    public StartCache(StackFolder folder, Health health) {
        this.folder = folder;
        this.health = health;
    }

    /**
     * Returns when the cache is there; does nothing when it was.
     *
     * @param service its folder in the repository
     * @param url where the service answers
     * @throws IllegalStateException when the service does not start, or no cache is made
     */
    public void make(Path root, String service, Machine machine, Map<String, String> settings, String url) {
        Program program = Program.of(root, service);
        if (program.hasCache()) {
            return;
        }
        Path fresh = program.cache().resolveSibling("fresh.aot");
        Child rehearsal = ServiceProcess.start(program.recording(fresh), service, folder, machine, settings);
        health.awaitReady(service, rehearsal, url, folder.log(service));
        rehearsal.terminate(LIMIT);
        replace(program.cache(), fresh);
    }

    private static void replace(Path cache, Path fresh) {
        try {
            Files.move(fresh, cache, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("the virtual machine left no cache at " + fresh, e);
        }
    }
}
