package io.keyward.testkit.migration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** An installation of before, in a schema of its own of the database that a test runs with, and what becomes of it. */
public final class OldSchema implements AutoCloseable {
    private final String schema = "old_" + UUID.randomUUID().toString().replace("-", "");
    private final Connection connection;
    private final Statement statement;

    /**
     * @param version the last migration that it has
     * @param rows inserts what it holds
     */
    public OldSchema(String version, String rows) throws SQLException {
        flyway().target(version).load().migrate();
        connection = DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
        connection.setSchema(schema);
        statement = connection.createStatement();
        statement.execute(rows);
    }

    /** Brings it up to date. */
    public void migrate() {
        flyway().load().migrate();
    }

    public void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    /** The first column of every row. */
    public List<String> rows(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        try (connection;
                statement) {
            statement.execute("drop schema " + schema + " cascade");
        }
    }

    /** The migrations are those of the service whose test it is. */
    private FluentConfiguration flyway() {
        return Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(setting("jdbc.url"), setting("username"), setting("password"))
                .schemas(schema)
                .locations("classpath:db/migration");
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
