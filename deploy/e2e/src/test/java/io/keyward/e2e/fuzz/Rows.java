package io.keyward.e2e.fuzz;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.service.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a service has stored of some owner, as a digest of each table: equal as long as nothing was changed. Without what changes by itself: the
 * outbox, and what was heard from other services.
 */
final class Rows implements AutoCloseable {
    private static final Set<String> BY_ITSELF = Set.of(
            "flyway_schema_history",
            "key_verdict",
            "cluster_enforcement",
            "endpoint_seen",
            "activity_entry",
            "activity_occurrence");
    private static final String TABLES =
            "select table_name from information_schema.tables where table_schema = 'public'";
    private static final String DIGEST = """
            select '%1$s' as name, count(*) || ' ' || coalesce(md5(string_agg(row, '' order by row)), '') as digest
            from (select t::text as row from %1$s t) rows where %2$s""";

    private final Connection connection;
    private final String query;

    private Rows(Connection connection, String query) {
        this.connection = connection;
        this.query = query;
    }

    /** Those in which one of the ids stands. */
    static Rows of(PostgresEngine postgres, Service service, String... ids) {
        try {
            Connection connection = DriverManager.getConnection(
                    postgres.jdbcUrl(service.database()), postgres.username(), postgres.password());
            String condition =
                    Set.of(ids).stream().map(id -> "row like '%" + id + "%'").collect(Collectors.joining(" or "));
            String query = tables(connection).stream()
                    .map(table -> DIGEST.formatted(table, condition))
                    .collect(Collectors.joining(" union all "));
            return new Rows(connection, query);
        } catch (SQLException e) {
            throw new IllegalStateException("no look into the database of " + service.folder(), e);
        }
    }

    /** Number and digest of the rows, by table. */
    Map<String, String> digests() {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            Map<String, String> digests = new TreeMap<>();
            while (rows.next()) {
                digests.put(rows.getString("name"), rows.getString("digest"));
            }
            return digests;
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be read", e);
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

    private static Set<String> tables(Connection connection) throws SQLException {
        Set<String> tables = new java.util.TreeSet<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(TABLES)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        tables.removeIf(table -> BY_ITSELF.contains(table) || table.startsWith("outbox"));
        return tables;
    }
}
