package io.keyward.secrets;

import java.util.function.UnaryOperator;

/**
 * A column in which something is sealed.
 *
 * @param table with a primary key called {@code id} or whatever {@code key} says
 * @param key the primary key, one column
 * @param kind how it lies there
 * @param owner the column that, with {@code associated}, says what the secret belongs to: an SQL expression of text
 * @param associated from that text to the associated data
 */
public record SealedColumn(
        String table, String key, String column, Kind kind, String owner, UnaryOperator<String> associated) {

    /** How a sealed thing lies in a column. */
    public enum Kind {
        /** The column is it. */
        BYTES,
        /** The column is JSON as text, and each text that is called {@code sealed} in it is one, in Base64. */
        JSON
    }

    /** The name that metrics and logs have for it. */
    String place() {
        return table + "." + column;
    }
}
