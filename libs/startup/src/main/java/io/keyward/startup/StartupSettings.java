package io.keyward.startup;

import io.keyward.startup.rules.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/** Where {@link Settings} come from when a service really starts. */
final class StartupSettings {
    private StartupSettings() {}

    static Settings of(Config config) {
        Set<String> names = new HashSet<>();
        config.getPropertyNames().forEach(names::add);
        return new Settings(name -> config.getConfigValue(name).getValue(), names, StartupSettings::contents);
    }

    private static @Nullable String contents(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException | InvalidPathException e) {
            // Whoever needs the keyset complains of the file by name.
            return null;
        }
    }
}
