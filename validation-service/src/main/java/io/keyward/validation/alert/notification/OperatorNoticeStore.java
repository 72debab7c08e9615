package io.keyward.validation.alert.notification;

import io.keyward.validation.alert.notification.NoticeRowStore.Origin;
import io.keyward.validation.alert.notification.operators.OperatorChannels;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes down what whoever runs the installation has to be told, by the channels of {@code keyward.operator.notify}, in the caller's transaction. Once for each
 * id and occasion; the same again is no news. What comes and goes is told once: that it is over waits until it has stayed so for a while.
 */
@ApplicationScoped
public class OperatorNoticeStore {
    private static final String TAKE_BACK = """
            delete from notice where alert_id = :alertId and occasion = 'RECOVERED' and addressed_at is null and given_up_at is null
            returning id""";
    private static final String TOLD_OF_END =
            "select count(*) from notice where alert_id = :alertId and occasion = 'RECOVERED'";

    private final NoticeRowStore rows;
    private final OperatorChannels channels;
    private final Clock clock;

    OperatorNoticeStore(NoticeRowStore rows, OperatorChannels channels, Clock clock) {
        this.rows = rows;
        this.channels = channels;
        this.clock = clock;
    }

    /** Something began. */
    public Uni<Void> began(Notice notice) {
        return insert(notice, now());
    }

    /** Something is over; it goes to the channels as they are set now, once it is over for as long as {@code keyward.operator.notify.settle}. */
    public Uni<Void> ended(Notice notice) {
        return insert(notice, now().plus(channels.settle()));
    }

    /** What ended since then may go on as if it had not. */
    public Instant settledBefore() {
        return now().minus(channels.settle());
    }

    /** What had ended goes on. Answers whether nobody has been told of its end, nor will be. */
    public Uni<Boolean> goesOn(String alertId) {
        return Panache.getSession().chain(session -> session.createNativeQuery(TAKE_BACK, Long.class)
                .setParameter("alertId", alertId)
                .getResultList()
                .chain(() -> session.createNativeQuery(TOLD_OF_END, Long.class)
                        .setParameter("alertId", alertId)
                        .getSingleResult())
                .map(told -> told == 0));
    }

    private Uni<Void> insert(Notice notice, Instant at) {
        return rows.insert(
                new Origin(notice, Optional.empty(), at),
                AudienceRules.ofOperators(channels.addresses(), channels.types()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
