package io.keyward.local.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.service.process.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MachineTest {
    private static final Pattern OPTIONS = Pattern.compile("JAVA_TOOL_OPTIONS=\"([^\"]*)\"");
    private static final Path CONTAINERFILE = Path.of("..", "images", "Containerfile");

    @Test
    void imagesStartAServiceAsItsStartIsMeasured() throws IOException {
        // Given
        List<String> measured = Machine.INSTALLED.arguments().stream()
                .filter(argument -> argument.startsWith("-X"))
                // The most of a container's memory that the heap may take is told as a share there: 60 % of 512 MB.
                .filter(argument -> !argument.startsWith("-Xmx"))
                .toList();

        // Then
        assertThat(measured).isNotEmpty();
        assertThat(options()).containsAll(measured).contains("-XX:MaxRAMPercentage=60");
        assertThat(Machine.INSTALLED.arguments()).contains("-Xmx" + 512 * 60 / 100 + "m");
    }

    private static List<String> options() throws IOException {
        Matcher found = OPTIONS.matcher(Files.readString(CONTAINERFILE));
        assertThat(found.find()).isTrue();
        return List.of(found.group(1).split(" "));
    }
}
