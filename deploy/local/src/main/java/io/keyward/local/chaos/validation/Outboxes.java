package io.keyward.local.chaos.validation;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.service.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is still to be sent: rows that wait in the services' own databases. */
final class Outboxes {
    private static final String EVENTS = "select count(*) from outbox where sent_at is null";
    private static final List<String> NOTICES = List.of(
            "select count(*) from notice where addressed_at is null and given_up_at is null",
            "select count(*) from notice_delivery where sent_at is null and given_up_at is null");

    private static final String TRIED_AGAIN = "select message_id from notice_delivery where attempts > 0";

    private final PostgresEngine postgres;

    Outboxes(PostgresEngine postgres) {
        this.postgres = postgres;
    }

    /** What waits, a sentence each; nothing when all is sent. */
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (Service service : Service.values()) {
            waiting(service, EVENTS).ifPresent(waiting::add);
        }
        NOTICES.forEach(query -> waiting(Service.VALIDATION, query).ifPresent(waiting::add));
        return waiting;
    }

    /** Ids of what was delivered after an attempt that counted as failed: it may have arrived nevertheless, if its answer came too late. */
    Set<String> triedAgain() {
        return Set.copyOf(ask(Service.VALIDATION, TRIED_AGAIN));
    }

    private Optional<String> waiting(Service service, String query) {
        String rows = ask(service, query).getFirst();
        return rows.equals("0")
                ? Optional.empty()
                : Optional.of("%s still has %s rows to send: %s".formatted(service.folder(), rows, query));
    }

    private List<String> ask(Service service, String query) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(service.database()), postgres.username(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            List<String> answers = new ArrayList<>();
            while (found.next()) {
                answers.add(found.getString(1));
            }
            return answers;
        } catch (SQLException e) {
            throw new IllegalStateException("no look into the database: " + e.getMessage(), e);
        }
    }
}
