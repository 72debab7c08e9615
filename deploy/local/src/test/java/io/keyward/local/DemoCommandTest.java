package io.keyward.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class DemoCommandTest {

    @Test
    void namesTheCloudsThatItKnowsWhenItIsAskedForAnotherOne() {
        // Given
        StringWriter told = new StringWriter();

        // When
        int status = Keyward.commands().setErr(new PrintWriter(told)).execute("demo", "--cloud", "moon");

        // Then
        assertThat(status).isEqualTo(2);
        assertThat(told.toString()).contains("--cloud", "moon", "AWS, AZURE, GCP, ALL");
    }
}
