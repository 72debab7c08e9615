package io.keyward.validation.alert.notification.queue;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * In which order it is told what waits: channels take turns, operators' apart, what was tried in vain apart from what is new; within each of these, projects
 * take turns; of one project, what has waited longest comes first. So nobody waits for more than one of everybody else, however much others have to be told.
 */
final class Turns {
    /** Makes {@code line} out of {@code waiting}, which has {@code id, next_attempt_at, lane, project, failed}. */
    static final String IN_TURN = """
            turns as (
                select w.*, row_number() over (partition by lane, failed, project order by next_attempt_at, id) as turn from waiting w),
            line as (
                select t.id, t.next_attempt_at,
                    row_number() over (partition by lane, failed, project = '' order by turn, next_attempt_at, id) as place
                from turns t),
            """;

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private Turns() {}

    /** Those rows that can be read. What a newer replica wrote is left to it: its lease lapses. */
    static <T> List<T> readable(List<Object[]> rows, Function<Object[], T> read) {
        return rows.stream().flatMap(row -> readable(row, read)).toList();
    }

    private static <T> Stream<T> readable(Object[] row, Function<Object[], T> read) {
        try {
            return Stream.of(read.apply(row));
        } catch (IllegalArgumentException unknown) {
            LOG.warnf("notice or delivery %s cannot be read, and is left to others: %s", row[0], unknown.getMessage());
            return Stream.empty();
        }
    }
}
