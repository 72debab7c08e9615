package io.keyward.local.service.process;

import io.keyward.local.lifeline.Lifeline;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * A packaged service, and how it is started.
 *
 * @param archive its classes; what it needs beside them lies in the folder {@code lib} next to it
 * @param lifeline archive of the {@link Lifeline}, which stands in front of it: an AOT cache knows no folders of classes
 * @param arguments for the virtual machine, beside those of every service
 */
public record Program(Path archive, Path lifeline, List<String> arguments) {
    /** The virtual machine has a line for each class that a cache cannot hold. */
    private static final String QUIET = "-Xlog:aot*=off";

    /**
     * The service as it is packaged below {@code root}, started from its cache if there is one.
     *
     * @param service its folder there
     * @throws IllegalStateException when it is not built
     */
    public static Program of(Path root, String service) {
        Path archive = root.resolve(service).resolve("target/service").resolve(service + ".jar");
        if (!Files.exists(archive)) {
            throw new IllegalStateException(service + " is not built: there is no " + archive);
        }
        Program program = new Program(archive, lifeline(root), List.of());
        return program.hasCache() ? program.with("-XX:AOTCache=" + program.cache(), QUIET) : program;
    }

    /** Where its cache is, or would be. */
    Path cache() {
        return archive.resolveSibling("service.aot");
    }

    /** Whether there is a cache that was made of just these archives; the virtual machine would refuse another one. */
    boolean hasCache() {
        return Files.exists(cache())
                && Stream.of(archive, lifeline).allMatch(made -> lastModified(made) < lastModified(cache()));
    }

    /** The same, making its cache at the end: of what was loaded and linked, not of how often what was called while it started. */
    Program recording(Path fresh) {
        return with("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + fresh, QUIET);
    }

    private Program with(String... more) {
        return new Program(
                archive,
                lifeline,
                Stream.concat(arguments.stream(), Stream.of(more)).toList());
    }

    /** The command that starts it on such a virtual machine. */
    List<String> command(Machine machine) {
        Attributes manifest = manifest();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine.arguments());
        command.addAll(arguments);
        // Which counts only for a program that is started with -jar.
        String opened = manifest.getValue("Add-Opens");
        if (opened != null) {
            Stream.of(opened.split(" ")).forEach(each -> command.add("--add-opens=" + each + "=ALL-UNNAMED"));
        }
        command.add("-D" + Lifeline.PROGRAM + "=" + manifest.getValue(Attributes.Name.MAIN_CLASS));
        command.addAll(List.of("-cp", lifeline + File.pathSeparator + archive, Lifeline.class.getName()));
        return command;
    }

    private Attributes manifest() {
        try (JarFile jar = new JarFile(archive.toFile())) {
            return jar.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + archive, e);
        }
    }

    private static Path lifeline(Path root) {
        Path folder = root.resolve("deploy/local/target");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith("-lifeline.jar"))
                    .findAny()
                    .orElseThrow(
                            () -> new IllegalStateException("the launcher is not built: no lifeline in " + folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    private static long lastModified(Path file) {
        try {
            return Files.getLastModifiedTime(file).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
