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

/** What is still to be sent: rows that wait in the services' own databases. */
final class Outboxes {
    private static final String EVENTS = "select count(*) from outbox where sent_at is null";
    private static final List<String> NOTICES = List.of(
            "select count(*) from notice where addressed_at is null and given_up_at is null",
            "select count(*) from notice_delivery where sent_at is null and given_up_at is null");

    private final PostgresEngine postgres;

    Outboxes(PostgresEngine postgres) {
        this.postgres = postgres;
    }

    /** What waits, a sentence each; nothing when all is sent. */
    List<String> waiting() {
        List<String> waiting = new ArrayList<>();
        for (Service service : Service.values()) {
            ask(service, EVENTS, waiting);
        }
        NOTICES.forEach(query -> ask(Service.VALIDATION, query, waiting));
        return waiting;
    }

    private void ask(Service service, String query, List<String> waiting) {
        try (Connection connection = DriverManager.getConnection(
                        postgres.jdbcUrl(service.database()), postgres.username(), postgres.password());
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(query)) {
            found.next();
            if (found.getLong(1) > 0) {
                waiting.add("%s still has %d rows to send: %s".formatted(service.folder(), found.getLong(1), query));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("no look into the database: " + e.getMessage(), e);
        }
    }
}
