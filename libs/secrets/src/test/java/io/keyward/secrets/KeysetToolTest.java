package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeysetToolTest {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    @Test
    void aKeyComesFirstAsOneThatOpensThenSealsAndTheFormerOneGoes() {
        // Given
        String first = KeysetTool.run("", "new");
        String former = KeysetTool.run(first, "list").replace(" primary", "");

        // When
        String added = KeysetTool.run(first, "add");
        String next = KeysetTool.run(added, "list")
                .lines()
                .filter(line -> !line.contains("primary"))
                .findFirst()
                .orElseThrow();
        String promoted = KeysetTool.run(added, "promote", next);
        String alone = KeysetTool.run(promoted, "remove", former);

        // Then
        assertThat(Sealer.of(added).current().keyId()).hasToString(former);
        assertThat(Sealer.of(added).open(Sealer.of(promoted).seal(SECRET, "x"), "x"))
                .isEqualTo(SECRET);
        assertThat(Sealer.of(promoted).open(Sealer.of(first).seal(SECRET, "x"), "x"))
                .isEqualTo(SECRET);
        assertThat(KeysetTool.run(alone, "list")).isEqualTo(next + " primary");
        assertThat(Sealer.of(alone).seal(SECRET, "x"))
                .startsWith(java.util.HexFormat.of()
                        .parseHex(Sealer.of(alone).current().hex()));
    }

    @Test
    void refusesWhatWouldLeaveNothingThatSealsAndQuotesNoKeyset() {
        String keyset = KeysetTool.run("", "new");
        String only = KeysetTool.run(keyset, "list").replace(" primary", "");

        assertThatThrownBy(() -> KeysetTool.run(keyset, "remove", only)).hasMessageContaining("primary");
        assertThatThrownBy(() -> KeysetTool.run(keyset, "promote", "1")).hasMessageContaining("no key of that id");
        assertThatThrownBy(() -> KeysetTool.run("{\"hunter2\"}", "list"))
                .hasMessageNotContaining("hunter2")
                .hasNoCause();
        assertThatThrownBy(() -> KeysetTool.run(keyset)).hasMessageContaining("promote");
    }
}
