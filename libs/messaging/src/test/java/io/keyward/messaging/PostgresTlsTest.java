package io.keyward.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.engines.PostgresEngine;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.pgclient.SslMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The two clients of PostgreSQL that services have, with the settings that {@code docs/operations/connections.md} names. */
class PostgresTlsTest {
    @TempDir
    Path folder;

    @Test
    void bothClientsInsistOnTheAuthorityAndOnTheNameOfTheHost() throws Exception {
        // Given
        Path ca = Certificates.selfSigned(folder, "server");
        Path otherCa = Certificates.selfSigned(folder, "other");
        try (PostgresEngine engine = PostgresEngine.start(folder.resolve("engine"), 0)) {
            encrypt(engine);

            // Then
            assertThat(overJdbc(engine, "127.0.0.1", ca)).isEqualTo("t");
            assertThat(reactively(engine, "127.0.0.1", ca)).isEqualTo(true);
            assertThatThrownBy(() -> overJdbc(engine, "127.0.0.1", otherCa)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> reactively(engine, "127.0.0.1", otherCa)).isInstanceOf(ExecutionException.class);
            assertThatThrownBy(() -> overJdbc(engine, "localhost", ca)).isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> reactively(engine, "localhost", ca)).isInstanceOf(ExecutionException.class);
        }
    }

    private String overJdbc(PostgresEngine engine, String host, Path ca) throws SQLException {
        String url =
                "jdbc:postgresql://" + host + ":" + engine.port() + "/postgres?sslmode=verify-full&sslrootcert=" + ca;
        try (var connection = DriverManager.getConnection(url, engine.username(), engine.password());
                var found = connection
                        .createStatement()
                        .executeQuery("select ssl from pg_stat_ssl where pid = pg_backend_pid()")) {
            found.next();
            return found.getString(1);
        }
    }

    private static Object reactively(PostgresEngine engine, String host, Path ca) throws Exception {
        PgConnectOptions options = new PgConnectOptions()
                .setHost(host)
                .setPort(engine.port())
                .setDatabase("postgres")
                .setUser(engine.username())
                .setPassword(engine.password())
                .setSslMode(SslMode.VERIFY_FULL)
                .setHostnameVerificationAlgorithm("HTTPS")
                .setPemTrustOptions(new PemTrustOptions().addCertPath(ca.toString()));
        Vertx vertx = Vertx.vertx();
        try {
            return PgConnection.connect(vertx, options)
                    .compose(connection -> connection
                            .query("select ssl from pg_stat_ssl where pid = pg_backend_pid()")
                            .execute())
                    .map(rows -> rows.iterator().next().getValue(0))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private void encrypt(PostgresEngine engine) throws Exception {
        Path data = folder.resolve("engine/data");
        Files.copy(folder.resolve("server.crt"), data.resolve("server.crt"));
        Files.copy(folder.resolve("server.key"), data.resolve("server.key"));
        Files.setPosixFilePermissions(data.resolve("server.key"), PosixFilePermissions.fromString("rw-------"));
        try (var connection =
                        DriverManager.getConnection(engine.jdbcUrl("postgres"), engine.username(), engine.password());
                var statement = connection.createStatement()) {
            statement.execute("alter system set ssl = on");
        }
        engine.restart();
    }
}
