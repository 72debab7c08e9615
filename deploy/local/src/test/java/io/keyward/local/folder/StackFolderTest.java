package io.keyward.local.folder;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.local.folder.StackFolder.Use;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackFolderTest {
    private static final Addresses ADDRESSES = new Addresses(
            "http://127.0.0.1:1",
            "https://127.0.0.1:5",
            "/somewhere/ca.pem",
            "o",
            "public",
            "private",
            "client",
            "client-secret",
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
    void addsWhatAnOlderVersionDidNotKnow() throws IOException {
        Credentials first = credentials(Use.KEEP);
        JsonMapper json = new JsonMapper();
        Path file = folder().resolve("credentials.json");
        ObjectNode older = (ObjectNode) json.readTree(file.toFile());
        json.writeValue(file.toFile(), older.without(List.of("clientId", "clientSecret")));

        Credentials completed = credentials(Use.KEEP);

        assertThat(completed.clientId()).matches("mdb_sa_id_[0-9a-f]{24}").isNotEqualTo(first.clientId());
        assertThat(completed.clientSecret()).matches("mdb_sa_sk_[0-9A-Za-z_-]{40}");
        assertThat(completed.privateKey()).isEqualTo(first.privateKey());
        assertThat(credentials(Use.KEEP)).isEqualTo(completed);
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
                .doesNotContain(credentials.privateKey(), credentials.clientSecret())
                .doesNotContain(credentials.nonceSecret(), credentials.sealingKeyset());
        assertThat(ADDRESSES.toString()).doesNotContain("private", "client-secret");
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
