package io.keyward.validation.alert.store;

import io.keyward.validation.support.Database;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Turns the alerts' clockwork by hand. */
@ApplicationScoped
public class AlertFixture {
    private final AlertSweep sweep;
    private final Database database;

    AlertFixture(AlertSweep sweep, Database database) {
        this.sweep = sweep;
        this.database = database;
    }

    /** What the sweep does at its next tick. */
    public void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** Types of a project's open alerts. */
    public List<String> open(String groupId) {
        return database.query(
                "select event_type_name from alert where group_id = ? and status = 'OPEN' order by 1", groupId);
    }

    /** The id of the project's only alert of a type. */
    public String idOf(String groupId, String type) {
        return database.one("select id from alert where group_id = ? and event_type_name = ?", groupId, type);
    }
}
