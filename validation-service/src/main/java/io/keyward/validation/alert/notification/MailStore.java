package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.rules.RecoveryRules.Fate;
import io.keyward.validation.alert.setup.SetupStore;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;

/** Writes down what has to be mailed, in the transaction of whoever says so: it is sent if, and only if, that commits. */
@ApplicationScoped
public class MailStore {
    private final SetupStore setup;
    private final Clock clock;

    MailStore(SetupStore setup, Clock clock) {
        this.setup = setup;
        this.clock = clock;
    }

    /** An alert opened. */
    public Uni<Void> opened(Alert alert) {
        return write(alert, Occasion.OPENED, project -> MailText.opened(alert, project));
    }

    /**
     * An alert is over.
     *
     * @param fates what became of the clusters that were stopped
     */
    public Uni<Void> recovered(Alert alert, List<Fate> fates) {
        return write(alert, Occasion.RECOVERED, project -> MailText.recovered(alert, project, fates));
    }

    private Uni<Void> write(Alert alert, Occasion occasion, Function<String, MailText> text) {
        return setup.nameOf(alert.groupId())
                .map(name -> row(alert, occasion, text.apply(name.orElse(alert.groupId()))))
                .chain(row -> Panache.getSession()
                        .chain(session -> session.persist(row).chain(session::flush)))
                .replaceWithVoid();
    }

    private MailEntity row(Alert alert, Occasion occasion, MailText text) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var row = new MailEntity();
        row.alertId = alert.id();
        row.groupId = alert.groupId();
        row.occasion = occasion;
        row.subject = text.subject();
        row.body = text.body();
        row.createdAt = now;
        row.nextAttemptAt = now;
        return row;
    }
}
