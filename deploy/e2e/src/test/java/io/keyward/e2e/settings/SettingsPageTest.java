package io.keyward.e2e.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/operations/configuration.md} is printed from the interfaces that declare settings: written where people work, checked in CI. */
class SettingsPageTest {
    private static final Path REPOSITORY = Path.of("..", "..");
    private static final Path PAGE = REPOSITORY.resolve("docs/operations/configuration.md");
    private static final List<String> SERVICES = List.of("config-service", "endpoint-service", "validation-service");

    @Test
    void thePageHasEverySetting() throws IOException {
        String wanted = page();
        if (!"true".equals(System.getenv("CI"))) {
            Files.writeString(PAGE, wanted);
        }
        assertThat(PAGE).hasContent(wanted);
    }

    @Test
    void everySettingSaysWhatItMeans() {
        List<String> silent = modules().stream()
                .flatMap(module -> SettingSources.of(module).stream())
                .filter(setting -> setting.meaning().isBlank())
                .map(Setting::property)
                .toList();

        assertThat(silent).as("settings whose methods have no Javadoc").isEmpty();
    }

    private static String page() throws IOException {
        StringBuilder page = new StringBuilder(resource("introduction.md"));
        sections().forEach((title, module) -> {
            List<Setting> settings = SettingSources.of(REPOSITORY.resolve(module));
            if (!settings.isEmpty()) {
                page.append("\n## ")
                        .append(title)
                        .append("\n\n| Setting | Type | Default | Meaning |\n|---|---|---|---|\n");
                Map<String, String> presets = presets(module);
                settings.forEach(setting -> page.append(line(setting, presets)));
            }
        });
        return page + "\n" + resource("quarkus.md");
    }

    /** Services after what they have in common. */
    private static Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        libraries().forEach(library -> sections.put(titleOf(library), "libs/" + library));
        SERVICES.forEach(service -> sections.put(service, service));
        return sections;
    }

    private static String titleOf(String library) {
        return switch (library) {
            case "clouds" -> "Clouds: endpoint-service and validation-service";
            case "secrets" -> "Every service: the keyset that seals";
            case "startup" -> "Every service: what is insecure, and permitted";
            case "telemetry" -> "Every service: traces";
            default -> "Every service: " + library;
        };
    }

    private static List<String> libraries() {
        try (Stream<Path> folders = Files.list(REPOSITORY.resolve("libs"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
                    .map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals("testkit") && !name.equals("engines"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> modules() {
        return sections().values().stream().map(REPOSITORY::resolve).toList();
    }

    private static String line(Setting setting, Map<String, String> presets) {
        String fallback = presets.getOrDefault(setting.property(), setting.fallback());
        return "| `%s`<br>`%s` | %s | %s | %s |\n"
                .formatted(
                        setting.property(),
                        setting.variable(),
                        setting.type(),
                        fallback.isEmpty()
                                ? "–"
                                : fallback.startsWith("required") ? "**" + fallback + "**" : "`" + fallback + "`",
                        setting.meaning());
    }

    /** What a module itself sets, in its own settings file; a host that cannot be stands for something that has to be set. */
    private static Map<String, String> presets(String module) {
        Properties presets = new Properties();
        for (String file : List.of("application.properties", "META-INF/microprofile-config.properties")) {
            Path path = REPOSITORY.resolve(module).resolve("src/main/resources").resolve(file);
            try (InputStream text = Files.exists(path) ? Files.newInputStream(path) : InputStream.nullInputStream()) {
                presets.load(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return presets.stringPropertyNames().stream()
                .filter(name -> !name.startsWith("%") || name.startsWith("%prod."))
                .collect(Collectors.toMap(
                        name -> name.replace("%prod.", ""),
                        name -> presets.getProperty(name).contains("not-set.invalid")
                                ? "required"
                                : presets.getProperty(name),
                        (one, other) -> one));
    }

    private static String resource(String name) throws IOException {
        return Files.readString(Path.of("src/test/resources/settings").resolve(name), StandardCharsets.UTF_8);
    }
}
