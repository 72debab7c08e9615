package io.keyward.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** The script prints help before anything is built, so it has a copy of it. */
class ScriptTest {
    private static final Path SCRIPT = Path.of("../../keyward");

    @Test
    void nameEveryOptionOfTheLauncher() throws IOException {
        String help = Files.readString(SCRIPT);

        assertThat(options()).allSatisfy(option -> assertThat(help).contains(option));
    }

    private static List<String> options() {
        return Stream.of("up", "demo", "chaos", "bench")
                .map(command -> Keyward.commands().getSubcommands().get(command))
                .map(CommandLine::getCommandSpec)
                .flatMap(spec -> spec.options().stream())
                .map(OptionSpec::longestName)
                .filter(name -> !name.equals("--version"))
                .toList();
    }
}
