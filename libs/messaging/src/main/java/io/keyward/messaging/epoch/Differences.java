package io.keyward.messaging.epoch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What one topic tells that the database does not know. */
final class Differences {
    private static final Logger LOG = Logger.getLogger(Differences.class);
    /** More than a person reads; the numbers are whole. */
    private static final int LISTED = 1000;

    private final String topic;
    private final Set<String> outdated = new HashSet<>();
    private final List<String> words = new ArrayList<>();
    private int unknown;

    Differences(String topic) {
        this.topic = topic;
    }

    /**
     * @param told the latest that was told of it
     * @param known the revision that the database has; null when it has no such row
     */
    void add(String id, Told told, @Nullable Long known) {
        if (known == null) {
            if (!told.isOfAnEnd()) {
                unknown++;
                say("%s: the database does not know %s, and others do: %s, revision %d, %s"
                        .formatted(topic, id, told.type(), told.revision(), told.at()));
            }
        } else if (known < told.revision()) {
            outdated.add(id);
            say("%s: the database has %s as of revision %d, others as of %d: %s, %s"
                    .formatted(topic, id, known, told.revision(), told.type(), told.at()));
        }
    }

    /** Ids of what others were told of after what the database knows. */
    Set<String> outdated() {
        return outdated;
    }

    int unknown() {
        return unknown;
    }

    /** One line for each, in the order of time and place as they were found; then how many. */
    List<String> words() {
        return words;
    }

    void report(MeterRegistry meters) {
        words.forEach(LOG::warn);
        LOG.infof(
                "%s: %d are told of later than the database knows, %d are not in it", topic, outdated.size(), unknown);
        Gauge.builder("keyward.compared.outdated", outdated::size)
                .tag("topic", topic)
                .description("What was told of later than the restored database knows")
                .register(meters);
        Gauge.builder("keyward.compared.unknown", () -> unknown)
                .tag("topic", topic)
                .description("What was told of, and is not in the restored database")
                .register(meters);
    }

    private void say(String line) {
        if (words.size() < LISTED) {
            words.add(line);
        }
    }
}
