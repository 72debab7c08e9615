package io.keyward.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresEngineTest {
    @TempDir
    Path folder;

    @Test
    void keepsItsDataAndSyncsEveryCommitAcrossARestart() throws Exception {
        // Given
        try (PostgresEngine engine = PostgresEngine.start(folder, 0)) {
            engine.createDatabase("kept");
            engine.createDatabase("kept");
            ask(engine, "kept", "create table t as select 42 as answer");

            // When
            engine.stop();
            engine.restart();

            // Then
            assertThat(ask(engine, "kept", "select answer from t")).isEqualTo("42");
            assertThat(ask(engine, "kept", "show fsync")).isEqualTo("on");
            assertThat(ask(engine, "kept", "show synchronous_commit")).isEqualTo("on");
        }
    }

    @Test
    void recoversOnTheSamePortAfterItWasKilled() throws Exception {
        try (PostgresEngine engine = PostgresEngine.start(folder, 0)) {
            // Given
            ask(engine, "postgres", "create table t as select 42 as answer");

            // When
            engine.kill();
            engine.restart();

            // Then
            assertThat(ask(engine, "postgres", "select answer from t")).isEqualTo("42");
        }
    }

    @Test
    void refusesAPortThatIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            assertThatThrownBy(() -> PostgresEngine.start(folder, taken.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is taken");
        }
    }

    @Test
    void doesNotOutliveAJvmThatIsKilledAndRecoversAfterwards() throws Exception {
        // Given
        Process jvm = Forked.start(folder);
        BufferedReader out = new BufferedReader(new InputStreamReader(jvm.getInputStream(), StandardCharsets.US_ASCII));
        CompletableFuture<ProcessHandle> postmaster =
                ProcessHandle.of(Long.parseLong(out.readLine())).orElseThrow().onExit();

        // When
        jvm.destroyForcibly().waitFor();

        // Then
        postmaster.get(20, TimeUnit.SECONDS);
        try (PostgresEngine engine = PostgresEngine.start(folder, 0)) {
            assertThat(ask(engine, "postgres", "select answer from t")).isEqualTo("42");
        }
    }

    private static String ask(PostgresEngine engine, String database, String sql) throws Exception {
        try (Connection connection =
                        DriverManager.getConnection(engine.jdbcUrl(database), engine.username(), engine.password());
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet result = statement.getResultSet()) {
                result.next();
                return result.getString(1);
            }
        }
    }

    /** A JVM of its own that starts a server, commits a row, prints the server's process id, and waits to be killed. */
    static final class Forked {
        static Process start(Path folder) throws Exception {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            System.getProperty("java.class.path"),
                            Forked.class.getName(),
                            folder.toString())
                    .redirectError(Redirect.DISCARD)
                    .start();
        }

        public static void main(String[] args) throws Exception {
            PostgresEngine engine = PostgresEngine.start(Path.of(args[0]), 0);
            ask(engine, "postgres", "create table t as select 42 as answer");
            System.out.println(engine.postmasterPid());
            new CompletableFuture<Void>().get();
        }
    }
}
