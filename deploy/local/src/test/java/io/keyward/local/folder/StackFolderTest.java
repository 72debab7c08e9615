package io.keyward.local.folder;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.local.folder.StackFolder.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    private static final Addresses ADDRESSES = new Addresses(
            "http://127.0.0.1:1",
            "o",
            "public",
            "private",
            "127.0.0.1:2",
            "http://127.0.0.1:3",
            "http://127.0.0.1:4/mails",
            "1",
            "r",
            "k");

    @TempDir
    private Path parent;

    @Test
    void isHeldByOneLauncherAtATime() {
        try (StackFolder held = take(Use.KEEP)) {
            held.publish(ADDRESSES);

            assertThat(StackFolder.take(folder(), Use.EMPTY_FIRST)).isEmpty();
            assertThat(new FolderInUseException(folder()).running()).contains(ADDRESSES);
        }
        assertThat(StackFolder.take(folder(), Use.KEEP)).hasValueSatisfying(StackFolder::close);
    }

    @Test
    void keepsCredentialsFromStartToStart() {
        Credentials first = credentials(Use.KEEP);

        assertThat(credentials(Use.KEEP)).isEqualTo(first);
        assertThat(credentials(Use.EMPTY_FIRST)).isNotEqualTo(first);
    }

    @Test
    void letsOnlyTheOwnerReadSecrets() throws IOException {
        try (StackFolder held = take(Use.KEEP)) {
            held.credentials();
            held.publish(ADDRESSES);

            assertThat(permissions("credentials.json")).isEqualTo("rw-------");
            assertThat(permissions("local.json")).isEqualTo("rw-------");
        }
    }

    @Test
    void letsOnlyTheOwnerReadDataAndLogs() throws IOException {
        try (StackFolder held = take(Use.KEEP)) {
            held.postgres();
            held.kafka();
            held.log("a-service");

            assertThat(permissions("postgres")).isEqualTo("rwx------");
            assertThat(permissions("kafka")).isEqualTo("rwx------");
            assertThat(permissions("logs/a-service.log")).isEqualTo("rw-------");
            assertThat(permissions("lock")).isEqualTo("rw-------");
        }
    }

    @Test
    void saysNothingOfAStackThatHasEnded() {
        try (StackFolder held = take(Use.KEEP)) {
            held.publish(ADDRESSES);
        }

        assertThat(folder().resolve("local.json")).doesNotExist();
    }

    @Test
    void leavesNothingOfADiscardedFolder() {
        credentials(Use.DISCARD);

        assertThat(folder()).doesNotExist();
    }

    @Test
    void printsNoSecret() {
        Credentials credentials = credentials(Use.KEEP);

        assertThat(credentials.toString())
                .doesNotContain(credentials.privateKey(), credentials.nonceSecret(), credentials.sealingKeyset());
        assertThat(ADDRESSES.toString()).doesNotContain("private");
    }

    private Credentials credentials(Use use) {
        try (StackFolder held = take(use)) {
            return held.credentials();
        }
    }

    private StackFolder take(Use use) {
        return StackFolder.take(folder(), use).orElseThrow();
    }

    private Path folder() {
        return parent.resolve("stack");
    }

    private String permissions(String file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder().resolve(file)));
    }
}
