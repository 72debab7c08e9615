package io.keyward.messaging.epoch;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Compares what a service has told with what its database knows, aggregate by aggregate: after a restore, the log and two gauges say what was changed, and
 * what came into being, in the time that is lost. Nothing is changed because of it.
 */
@ApplicationScoped
class Comparison {
    private static final Logger LOG = Logger.getLogger(Comparison.class);
    private static final int PAGE = 500;

    private final List<Owned> all;
    private final Map<String, Object> kafka;
    private final OwnedRowsStore rows;
    private final MeterRegistry meters;
    private volatile boolean stopped;

    Comparison(
            @All List<Owned> all,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            OwnedRowsStore rows,
            MeterRegistry meters) {
        this.all = all;
        this.kafka = kafka;
        this.rows = rows;
        this.meters = meters;
    }

    /** It is not wanted any more: what is under way ends soon, and says nothing of use. */
    void stop() {
        stopped = true;
    }

    /**
     * Compares everything. Only for threads that are not Vert.x's.
     *
     * @return ids of what was told of after what the database knows, by topic
     * @throws RuntimeException when Kafka or the database does not answer
     */
    Map<String, Set<String>> compare() {
        Map<String, Set<String>> outdated = new HashMap<>();
        try (ToldReader reader = new ToldReader(kafka, () -> !stopped)) {
            for (Owned owned : all) {
                Differences found = new Differences(owned.topic());
                reader.read(owned.topic(), told -> compare(owned, told, found));
                found.report(meters);
                outdated.put(owned.topic(), found.outdated());
            }
        }
        return outdated;
    }

    private void compare(Owned owned, Map<String, Told> told, Differences found) {
        List<String> ids = new ArrayList<>(told.keySet());
        for (int from = 0; from < ids.size() && !stopped; from += PAGE) {
            List<String> page = ids.subList(from, Math.min(from + PAGE, ids.size()));
            Map<String, Long> known = Blocking.await(() -> rows.revisions(owned.rows(), page));
            page.forEach(id -> found.add(id, Objects.requireNonNull(told.get(id)), known.get(id)));
        }
        LOG.debugf("%s: %d compared", owned.topic(), ids.size());
    }
}
