package io.keyward.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TopicsTest {

    @Test
    void theDeadLettersLieBeside() {
        assertThat(Topics.deadLetterOf(Topics.KEYS)).isEqualTo("keyward.keys.dead-letter");
    }
}
