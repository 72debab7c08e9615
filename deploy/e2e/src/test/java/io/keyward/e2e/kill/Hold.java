package io.keyward.e2e.kill;

/** Where exactly a service waits. */
public sealed interface Hold {

    /**
     * A write in the service's own database.
     *
     * @param condition SQL over {@code new} and {@code old}; {@code :group} stands for the project's id. The first write that fulfils it waits, and so
     *     does every further one
     * @param committing whether everything is written and the wait is within the commit, which then succeeds after all, with nobody there to hear it;
     *     otherwise nothing of the transaction will remain
     */
    record Write(String table, String condition, boolean committing) implements Hold {}

    /**
     * A call of the cloud that gets no answer.
     *
     * @param executed whether the cloud does what it was asked for
     */
    record Call(String operation, boolean executed) implements Hold {}

    /** Just before such a write. */
    static Hold before(String table, String condition) {
        return new Write(table, condition, false);
    }

    /** An event of that type is about to be left for Kafka, in the transaction of its change. */
    static Hold recording(String event) {
        return new Write("outbox", about(event) + " and old.position is null", false);
    }

    /** The change and its event are written, and the commit has begun. */
    static Hold committing(String event) {
        return new Write("outbox", about(event) + " and old.position is null", true);
    }

    /** Kafka has the event; that it was sent is not noted yet. */
    static Hold settling(String event) {
        return new Write("outbox", about(event) + " and old.sent_at is null and new.sent_at is not null", false);
    }

    /** The cloud does not even begin. */
    static Hold unheard(String operation) {
        return new Call(operation, false);
    }

    /** The cloud has done it. */
    static Hold unanswered(String operation) {
        return new Call(operation, true);
    }

    private static String about(String event) {
        return "new.type = 'keyward." + event + ".v1' and new.payload::text like '%' || :group || '%'";
    }
}
