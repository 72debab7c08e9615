package io.keyward.e2e.npm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.keyward.e2e.http.Curl;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Packages of npm in a folder of the build, and Node.js to run what is in them. */
final class NpmPackages {
    private final Path folder;

    private NpmPackages(Path folder) {
        this.folder = folder;
    }

    /**
     * Installs packages into {@code folder}, from wherever npm is configured to fetch them; the scripts that some want to run at that moment are
     * left out. Aborts the test, saying so, where there is no npm.
     *
     * @param packages with their versions, such as {@code a-package@1.2.3}
     */
    static NpmPackages install(Path folder, String... packages) throws IOException {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "Node.js and npm are not installed");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", folder.toString()));
        command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        command.addAll(List.of(packages));
        Curl.output(command);
        return new NpmPackages(folder);
    }

    /** A program of an installed package, to be started; it logs to a file. */
    ProcessBuilder program(String name, Map<String, String> environment) {
        return prepared(name, folder.resolve("node_modules/.bin").resolve(name), environment);
    }

    /** Runs a script of ours, which may import from the packages, and answers what it printed. */
    String run(String script, Map<String, String> environment) throws IOException, InterruptedException {
        Path copy = folder.resolve(script);
        try (InputStream resource = Objects.requireNonNull(NpmPackages.class.getResourceAsStream(script), script)) {
            Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        Process process =
                prepared(script, Path.of("node"), environment, copy.toString()).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    script + " failed: " + Files.readString(log(script).toPath()));
        }
        return output;
    }

    private ProcessBuilder prepared(String name, Path program, Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder prepared =
                new ProcessBuilder(command).directory(folder.toFile()).redirectError(log(name));
        prepared.environment().putAll(environment);
        return prepared;
    }

    private File log(String name) {
        return folder.resolve(name + ".log").toFile();
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }
}
