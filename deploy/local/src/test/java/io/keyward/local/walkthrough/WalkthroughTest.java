package io.keyward.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.folder.Addresses;
import io.keyward.local.folder.Credentials;
import io.keyward.local.service.Tuning.Acknowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WalkthroughTest {
    private static final Addresses ADDRESSES = new Addresses(
            "http://127.0.0.1:1",
            "https://127.0.0.1:5",
            "/somewhere/ca.pem",
            "org",
            "public",
            "private",
            "client",
            "client-secret",
            "127.0.0.1:2",
            "http://127.0.0.1:3",
            "http://127.0.0.1:4/mails",
            "1",
            "role",
            "key");
    private static final Credentials CREDENTIALS = new Credentials(
            "org",
            "public",
            "private",
            "client",
            "client-secret",
            "driver",
            "drives",
            "nonce-secret",
            "sealing",
            "internal");

    @ParameterizedTest
    @EnumSource
    void fillsInWhatItNeedsAndNoMore(Acknowledge acknowledge) {
        String text = new Walkthrough(ADDRESSES, CREDENTIALS, acknowledge).text();

        assertThat(text)
                .contains("http://127.0.0.1:1", "public:private", "role", "key")
                .doesNotContain("{{", "nonce-secret", "sealing", "internal");
    }

    @Test
    void showsTheDriversPartOnlyWhereADriverIsWaitedFor() {
        assertThat(new Walkthrough(ADDRESSES, CREDENTIALS, Acknowledge.REPORTED).text())
                .contains("\nDRIVER=driver:drives\n", "\neach report RUNNING; look\n");
        assertThat(new Walkthrough(ADDRESSES, CREDENTIALS, Acknowledge.AUTOMATIC).text())
                .doesNotContain("report", "DRIVER");
    }

    /** Some shells do not know comments when they are typed: there an apostrophe would swallow the lines that follow. */
    @Test
    void hasNoApostropheInItsComments() {
        String text = new Walkthrough(ADDRESSES, CREDENTIALS, Acknowledge.REPORTED).text();

        assertThat(text.lines().filter(line -> line.startsWith("#")))
                .isNotEmpty()
                .noneMatch(line -> line.contains("'"));
    }
}
