package io.keyward.local.service.process;

import io.keyward.local.folder.PrivateFiles;
import io.keyward.local.folder.StackFolder;
import io.keyward.local.lifeline.Child;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/**
 * One start of one service, in a process that ends with ours. Its configuration is a file in its work folder that only the owner may read:
 * neither command line nor environment, which other programs see.
 */
public final class ServiceProcess {

    private ServiceProcess() {}

    /**
     * Starts the program and returns at once.
     *
     * @param name of its work folder and its log
     */
    public static Child start(
            Program program, String name, StackFolder folder, Machine machine, Map<String, String> settings) {
        Path workFolder = folder.workFolder(name);
        PrivateFiles.write(
                PrivateFiles.folder(workFolder.resolve("config")).resolve("application.properties"), print(settings));
        ProcessBuilder builder = new ProcessBuilder(program.command(machine))
                .directory(workFolder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.log(name).toFile()));
        builder.environment().keySet().removeIf(ServiceProcess::wouldConfigure);
        return Child.start(builder);
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
