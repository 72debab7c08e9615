package io.keyward.simulator;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The options as a command line says them. The secret comes from the environment, where other processes do not see it. */
final class CommandLine {

    private static final String SECRET = "KEYWARD_SIMULATOR_PLATFORM_SECRET";

    private CommandLine() {}

    static Options read(List<String> arguments, Map<String, String> environment) {
        Options options = Options.defaults().withPort(4566);
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("every option needs a value: " + arguments.getLast());
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            options = with(options, arguments.get(i), arguments.get(i + 1));
        }
        String secret = environment.get(SECRET);
        return secret == null ? options : options.withPlatformCredentials(options.platformAccessKeyId(), secret);
    }

    private static Options with(Options options, String name, String value) {
        return switch (name) {
            case "--host" -> options.withHost(value);
            case "--port" -> options.withPort(Integer.parseInt(value));
            case "--state-file" -> options.withStateFile(Path.of(value));
            case "--platform-access-key-id" ->
                options.withPlatformCredentials(value, options.platformSecretAccessKey());
            default -> throw new IllegalArgumentException("no such option: " + name);
        };
    }
}
