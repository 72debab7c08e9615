package io.keyward.atlas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectIdsTest {

    @Test
    void areAllDifferentAndWellFormed() {
        // When
        var ids = IntStream.range(0, 10_000).mapToObj(i -> ObjectIds.next()).toList();

        // Then
        assertThat(ids).doesNotHaveDuplicates().allMatch(ObjectIds::isValid);
    }

    @Test
    void startWithTheSecondTheyWereMadeIn() {
        // Given
        InstantSource clock = InstantSource.fixed(Instant.ofEpochSecond(0x6650_1234L));

        // When
        String id = ObjectIds.next(clock);

        // Then
        assertThat(id).startsWith("66501234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789abcdef0123456",
                "0123456789ABCDEF01234567",
                "0123456789abcdef0123456g",
                "0123456789abcdef012345678"
            })
    void nothingElseIsValid(String text) {
        assertThat(ObjectIds.isValid(text)).isFalse();
    }
}
