package io.keyward.local.database;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.service.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection to one database of a stack. Whatever fails is an IllegalStateException that names the statement; nobody here could mend it. */
public final class Database implements AutoCloseable {
    private static final String OF_THE_SERVER = "postgres";

    private final Connection connection;

    /** One row as something else. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** Sets parameters of a statement and adds them to its batch, as often as there are rows to be made. */
    @FunctionalInterface
    public interface Batch {
        void fill(PreparedStatement statement) throws SQLException;
    }

    private Database(Connection connection) {
        this.connection = connection;
    }

    /** The database of a service, which need not be running. */
    public static Database of(PostgresEngine postgres, Service service) {
        return named(postgres, service.database());
    }

    /** The server's own, where it tells what it knows of all of them. */
    public static Database ofServer(PostgresEngine postgres) {
        return named(postgres, OF_THE_SERVER);
    }

    /** Executes the statements one after the other, each in a transaction of its own. */
    public void execute(String... statements) {
        for (String sql : statements) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw failed(sql, e);
            }
        }
    }

    /** The number that a query answers: the first column of its first row. */
    public long ask(String query) {
        return read(query, row -> row.getLong(1)).getFirst();
    }

    /** All rows that a query answers. */
    public <T> List<T> read(String query, Row<T> row) {
        List<T> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            while (found.next()) {
                rows.add(row.read(found));
            }
            return rows;
        } catch (SQLException e) {
            throw failed(query, e);
        }
    }

    /** Executes a statement with parameters once for each set of them, in one go. */
    public void batch(String sql, Batch batch) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            batch.fill(statement);
            statement.executeBatch();
        } catch (SQLException e) {
            throw failed(sql, e);
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

    private static Database named(PostgresEngine postgres, String name) {
        try {
            return new Database(
                    DriverManager.getConnection(postgres.jdbcUrl(name), postgres.username(), postgres.password()));
        } catch (SQLException e) {
            throw new IllegalStateException("no look into the database " + name, e);
        }
    }

    private static IllegalStateException failed(String sql, SQLException cause) {
        return new IllegalStateException("PostgreSQL refused: " + sql, cause);
    }
}
