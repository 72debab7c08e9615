package io.keyward.local.bench.endpoint;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.service.Service;
import io.keyward.local.service.Services;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads what endpoint-service has used so far. Statements are those that PostgreSQL itself counts, in the extension {@code pg_stat_statements}; processor time
 * is the operating system's, over the processes that run now.
 */
final class Meter implements AutoCloseable {
    /** What begins and ends transactions does not count. */
    private static final String OF_THE_SERVICE =
            " from pg_stat_statements where dbid = (select oid from pg_database where datname = '%s')"
                    + " and query !~* '^(begin|commit|rollback|start transaction|set )'";

    private static final String COUNT = "select coalesce(sum(calls), 0),"
            + " coalesce(sum(calls) filter (where query ~* '(outbox|relay_lease)'), 0)";
    private static final String FREQUENT = "select calls || ' × ' || left(regexp_replace(query, '\\s+', ' ', 'g'), 150)"
            + "%s and query !~* '(outbox|relay_lease)' order by calls desc limit 6";

    private final Connection connection;
    private final PostgresEngine postgres;
    private final Services services;
    private final CloudControl cloud;

    private Meter(Connection connection, PostgresEngine postgres, Services services, CloudControl cloud) {
        this.connection = connection;
        this.postgres = postgres;
        this.services = services;
        this.cloud = cloud;
    }

    /** Restarts PostgreSQL so that it counts statements. No service may be running. */
    static void countStatements(PostgresEngine postgres) {
        try (Connection connection = connect(postgres)) {
            run(connection, "alter system set shared_preload_libraries = 'pg_stat_statements'");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL cannot be told to count statements", e);
        }
        postgres.restart();
        try (Connection connection = connect(postgres)) {
            run(connection, "create extension if not exists pg_stat_statements");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not count statements", e);
        }
    }

    static Meter on(PostgresEngine postgres, Services services, CloudControl cloud) {
        try {
            return new Meter(connect(postgres), postgres, services, cloud);
        } catch (SQLException e) {
            throw new IllegalStateException("no look into the database", e);
        }
    }

    /** All that was used up to now. */
    Load read() {
        String query = COUNT + OF_THE_SERVICE.formatted(Service.ENDPOINT.database());
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            return new Load(
                    cloud.ec2Calls(),
                    found.getLong(1),
                    found.getLong(2),
                    processorTime(services.pid(Service.ENDPOINT)),
                    processorTime(postgres.postmasterPid()));
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell what it counted", e);
        }
    }

    /** Forgets the statements so far. */
    void forget() {
        try {
            run(connection, "select pg_stat_statements_reset()");
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not forget", e);
        }
    }

    /** The statements that were made most often, those of the relay left out. */
    List<String> frequent() {
        List<String> lines = new ArrayList<>();
        String query = FREQUENT.formatted(OF_THE_SERVICE.formatted(Service.ENDPOINT.database()));
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                lines.add(found.getString(1));
            }
            return lines;
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL does not tell what it counted", e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the connection does not close", e);
        }
    }

    private static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** To the server's own database: what it counts is told there for all of them. */
    private static Connection connect(PostgresEngine postgres) throws SQLException {
        return DriverManager.getConnection(postgres.jdbcUrl("postgres"), postgres.username(), postgres.password());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
