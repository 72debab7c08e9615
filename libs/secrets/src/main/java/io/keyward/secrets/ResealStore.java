package io.keyward.secrets;

import io.keyward.secrets.SealedColumn.Kind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Finds what former keys sealed, and replaces it if nobody changed it meanwhile. Each row is a statement of its own: nothing is locked between them, and
 * replicas that do the same at the same time, or one that dies, leave rows that are whole.
 */
final class ResealStore {
    /** What is sealed in a JSON, as bytes. */
    private static final String IN_JSON =
            "(select decode(m[1], 'base64') v from regexp_matches(%s, '\"sealed\"\\s*:\\s*\"([A-Za-z0-9+/=]+)\"', 'g') m) s";

    private static final String IN_BYTES = "(select %s v) s";

    private final DataSource dataSource;

    ResealStore(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A row that has something in it that another key sealed.
     *
     * @param owner null for a row without one
     * @param value {@code byte[]} or {@code String}
     */
    record Row(String key, @Nullable String owner, Object value) {
        @Override
        public String toString() {
            return "Row[" + key + "]";
        }
    }

    /** At most {@code limit} of them, in the order of their keys' texts, after that one. */
    List<Row> notBy(SealedBy key, SealedColumn column, String after, int limit) {
        String statement =
                """
                select cast(t.%1$s as text) k, %2$s o, t.%3$s v from %4$s t
                where t.%3$s is not null and cast(t.%1$s as text) > ?
                  and exists (select from %5$s where substring(s.v from 1 for 5) <> decode(?, 'hex'))
                order by 1 limit ?""".formatted(column.key(), column.owner(), column.column(), column.table(), sealedIn(column));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(statement)) {
            select.setString(1, after);
            select.setString(2, key.hex());
            select.setInt(3, limit);
            return rows(select, column.kind());
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    /** Whether it was still there as it had been read. */
    boolean replace(SealedColumn column, Row row, Object value) {
        String statement = "update %s set %s = ? where cast(%s as text) = ? and %2$s = ?"
                .formatted(column.table(), column.column(), column.key());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(statement)) {
            update.setObject(1, value);
            update.setString(2, row.key());
            update.setObject(3, row.value());
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    /** How many things each key sealed. */
    Map<SealedBy, Long> counts(SealedColumn column) {
        String statement = """
                select encode(substring(s.v from 2 for 4), 'hex'), count(*) from %s t cross join lateral %s
                where t.%s is not null and length(s.v) > 5 group by 1""".formatted(column.table(), sealedIn(column), column.column());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(statement);
                ResultSet found = select.executeQuery()) {
            Map<SealedBy, Long> counts = new TreeMap<>((a, b) -> Long.compare(a.keyId(), b.keyId()));
            while (found.next()) {
                counts.put(SealedBy.ofHex(found.getString(1)), found.getLong(2));
            }
            return counts;
        } catch (SQLException e) {
            throw failed(column, e);
        }
    }

    private static List<Row> rows(PreparedStatement select, Kind kind) throws SQLException {
        try (ResultSet found = select.executeQuery()) {
            List<Row> rows = new ArrayList<>();
            while (found.next()) {
                Object value = kind == Kind.BYTES ? found.getBytes("v") : found.getString("v");
                rows.add(new Row(found.getString("k"), found.getString("o"), value));
            }
            return rows;
        }
    }

    private static String sealedIn(SealedColumn column) {
        return (column.kind() == Kind.BYTES ? IN_BYTES : IN_JSON).formatted("t." + column.column());
    }

    private static IllegalStateException failed(SealedColumn column, SQLException e) {
        return new IllegalStateException("What is sealed in " + column.place() + " could not be looked through.", e);
    }
}
