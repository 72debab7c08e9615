package io.keyward.config;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;

/** How PostgreSQL goes about a statement: what it reads, not how long it takes. */
public final class Plans {
    private static final Pattern SCAN =
            Pattern.compile("(\\w+(?: Only)? Scan)(?: Backward)?(?: using (\\w+))? on (\\w+).*\\(actual rows=(\\d+)");

    private Plans() {}

    /**
     * One scan that was really made.
     *
     * @param kind for example {@code Index Only Scan}
     * @param source the index, or the table where none was used
     * @param rows how many rows it passed on
     */
    public record Scan(String kind, String source, int rows) {}

    /** Runs statements that fill a table, and has what is known of it put in order. */
    public static void prepare(String table, String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
            statement.execute("vacuum analyze " + table);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The scans of {@code table} that a statement makes.
     *
     * @param parameters by name; each value as SQL has it
     */
    public static List<Scan> scans(String table, String statement, Map<String, String> parameters) {
        String sql = statement;
        for (Map.Entry<String, String> parameter : parameters.entrySet()) {
            sql = sql.replace(":" + parameter.getKey(), parameter.getValue());
        }
        try (Connection connection = connect();
                Statement explain = connection.createStatement();
                ResultSet lines = explain.executeQuery(
                        "explain (analyze, costs off, timing off, buffers off, summary off) " + sql)) {
            List<Scan> scans = new ArrayList<>();
            while (lines.next()) {
                SCAN.matcher(lines.getString(1))
                        .results()
                        .filter(scan -> scan.group(3).equals(table))
                        .map(Plans::scan)
                        .forEach(scans::add);
            }
            return scans;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static Scan scan(MatchResult found) {
        String index = found.group(2);
        return new Scan(found.group(1), index == null ? found.group(3) : index, Integer.parseInt(found.group(4)));
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(setting("jdbc.url"), setting("username"), setting("password"));
    }

    private static String setting(String name) {
        return ConfigProvider.getConfig().getValue("quarkus.datasource." + name, String.class);
    }
}
