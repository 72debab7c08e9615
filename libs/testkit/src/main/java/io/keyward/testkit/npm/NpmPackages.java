package io.keyward.testkit.npm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
public final class NpmPackages {
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
    public static NpmPackages install(Path folder, String... packages) throws IOException, InterruptedException {
        assumeTrue(isOnPath("node") && isOnPath("npm"), "Node.js and npm are not installed");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("package.json"), "{\"private\":true}");
        List<String> command = new ArrayList<>(List.of("npm", "install", "--prefix", folder.toString()));
        command.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"));
        command.addAll(List.of(packages));
        var packagesThere = new NpmPackages(folder);
        packagesThere.finish("npm", packagesThere.prepared("npm", command, Map.of()));
        return packagesThere;
    }

    /** A program of an installed package, to be started; it logs to a file. */
    public ProcessBuilder program(String name, Map<String, String> environment) {
        return prepared(
                name, List.of(folder.resolve("node_modules/.bin").resolve(name).toString()), environment);
    }

    /** Runs a script that lies beside a class, and may import from the packages; answers what it printed. */
    public String run(Class<?> beside, String script, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path copy = folder.resolve(script);
        try (InputStream resource = Objects.requireNonNull(beside.getResourceAsStream(script), script)) {
            Files.copy(resource, copy, StandardCopyOption.REPLACE_EXISTING);
        }
        return finish(script, prepared(script, List.of("node", copy.toString()), environment));
    }

    private String finish(String name, ProcessBuilder prepared) throws IOException, InterruptedException {
        Process process = prepared.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(
                    name + " failed: " + output + Files.readString(log(name).toPath()));
        }
        return output;
    }

    private ProcessBuilder prepared(String name, List<String> command, Map<String, String> environment) {
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
