package io.keyward.validation.keyuse;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.validation.check.KeyPath;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class KeyPathCodecTest {

    static List<KeyPath> paths() {
        return List.of(
                new KeyPath.Public(false),
                new KeyPath.Public(true),
                new KeyPath.Private("vpce-1", "vpce-1.example.org", Instant.EPOCH),
                new KeyPath.Missing("It was deleted.", "Create another one."));
    }

    @ParameterizedTest
    @MethodSource("paths")
    void readsWhatItWrote(KeyPath path) {
        assertThat(KeyPathCodec.fromColumns(KeyPathCodec.toColumns(path))).isEqualTo(path);
    }

    @Test
    void knowsEveryKindOfPath() {
        var kinds = Stream.of(KeyPath.class.getPermittedSubclasses())
                .flatMap(kind -> kind.isSealed() ? Stream.of(kind.getPermittedSubclasses()) : Stream.of(kind));

        assertThat(paths().stream().<Class<?>>map(KeyPath::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(kinds.toList());
    }
}
