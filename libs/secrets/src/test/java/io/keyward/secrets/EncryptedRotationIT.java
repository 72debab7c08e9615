package io.keyward.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.engines.PostgresEngine;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.testkit.Rule;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A key of ours goes, of a keyset that a KMS encrypts: services are restarted with one encrypted keyset after the other, and seal again what there is. */
class EncryptedRotationIT {
    private static final byte[] SECRET = "hush".getBytes(StandardCharsets.UTF_8);

    @TempDir
    static Path folder;

    private final SimulatedKms kms = new SimulatedKms();
    private final String key = "aws-kms://" + kms.newKey();
    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private PostgresEngine postgres;

    @BeforeEach
    void start() throws SQLException {
        postgres = PostgresEngine.start(folder, 0);
        database.setUrl(postgres.jdbcUrl("postgres"));
        database.setUser(postgres.username());
        database.setPassword(postgres.password());
        run("create table thing (id text primary key, owner text, sealed bytea)", null);
    }

    @AfterEach
    void stop() {
        postgres.close();
        kms.close();
    }

    @Test
    @Rule("P4")
    void afterTheRestartsTheFormerKeyMayGo() throws SQLException {
        // Given
        String first = tool("", "new");
        String former = tool(first, "list").replace(" primary", "");
        String added = tool(first, "add");
        String next = tool(added, "list")
                .lines()
                .filter(line -> !line.contains(" "))
                .findFirst()
                .orElseThrow();
        String promoted = tool(added, "promote", next);
        run("insert into thing values ('a', 'o', ?)", restartedWith(first).seal(SECRET, "thing:o"));

        // When
        resealing(restartedWith(added)).run();
        byte[] withBoth = sealed();
        resealing(restartedWith(promoted)).run();

        // Then
        Sealer alone = restartedWith(tool(promoted, "remove", former));
        assertThatThrownBy(() -> alone.open(withBoth, "thing:o")).isInstanceOf(UnsealableException.class);
        assertThat(alone.open(sealed(), "thing:o")).isEqualTo(SECRET);
    }

    private Resealing resealing(Sealer sealer) {
        var column = new SealedColumn("thing", "id", "sealed", Kind.BYTES, "t.owner", owner -> "thing:" + owner);
        return new Resealing(database, sealer, List.of(() -> List.of(column)), new SimpleMeterRegistry());
    }

    /** What a service has that was started with this keyset. */
    private Sealer restartedWith(String keyset) {
        return new Sealer(kms.config("keyset", keyset, "keyset-encrypted-by", key));
    }

    private String tool(String keyset, String... words) {
        String[] args = Stream.concat(Arrays.stream(words), Stream.of("--encrypted-by", key))
                .toArray(String[]::new);
        return KeysetTool.run(kms::config, keyset, args);
    }

    private byte[] sealed() throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select sealed from thing");
                var found = select.executeQuery()) {
            found.next();
            return found.getBytes(1);
        }
    }

    private void run(String statement, byte[] value) throws SQLException {
        try (var connection = database.getConnection();
                var prepared = connection.prepareStatement(statement)) {
            if (value != null) {
                prepared.setBytes(1, value);
            }
            prepared.execute();
        }
    }
}
