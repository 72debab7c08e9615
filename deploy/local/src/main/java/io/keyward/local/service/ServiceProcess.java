package io.keyward.local.service;

import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.lifeline.Child;
import io.keyward.local.lifeline.Lifeline;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.JarFile;

/**
 * One start of one service, in a process that ends with ours. Its configuration is a file in its work folder that only the owner may read:
 * neither command line nor environment, which other programs see.
 */
final class ServiceProcess {

    private ServiceProcess() {}

    /**
     * Starts the packaged service below {@code root} and returns at once.
     *
     * @param name of its work folder and its log
     * @throws IllegalStateException when the service is not built
     */
    static Child start(
            Path root,
            Service service,
            String name,
            StackFolder folder,
            Machine machine,
            Map<String, String> settings) {
        Path program = root.resolve(service.folder()).resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new IllegalStateException(service.folder() + " is not built: there is no " + program);
        }
        Path workFolder = folder.workFolder(name);
        PrivateFiles.write(
                PrivateFiles.folder(workFolder.resolve("config")).resolve("application.properties"), print(settings));
        ProcessBuilder builder = new ProcessBuilder(command(program, machine))
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()));
        builder.environment().keySet().removeIf(ServiceProcess::wouldConfigure);
        return Child.start(builder);
    }

    private static List<String> command(Path program, Machine machine) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(machine.arguments());
        opened(program).forEach(opened -> command.add("--add-opens=" + opened + "=ALL-UNNAMED"));
        command.addAll(List.of("-cp", lifeline() + File.pathSeparator + program, Lifeline.class.getName()));
        return command;
    }

    /** The packages that the program's manifest opens, which counts only for a program that is started with -jar. */
    private static List<String> opened(Path program) {
        try (JarFile jar = new JarFile(program.toFile())) {
            String opened = jar.getManifest().getMainAttributes().getValue("Add-Opens");
            return opened == null ? List.of() : List.of(opened.split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + program, e);
        }
    }

    private static Path lifeline() {
        try {
            return Path.of(Lifeline.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the launcher does not know where it was started from", e);
        }
    }

    /** A shell that happens to have such a variable must not change what the stack configures. */
    private static boolean wouldConfigure(String variable) {
        return variable.startsWith("QUARKUS_") || variable.startsWith("KEYWARD_") || variable.startsWith("AWS_");
    }

    private static String print(Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        StringWriter text = new StringWriter();
        try {
            properties.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
