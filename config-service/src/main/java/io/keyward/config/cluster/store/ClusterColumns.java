package io.keyward.config.cluster.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.keyward.config.cluster.plan.Plan;
import io.keyward.config.cluster.spec.ClusterSpec;
import io.keyward.config.cluster.spec.Place;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What rows hold as text or in several columns. Fields that a newer release wrote are skipped on reading. */
@ApplicationScoped
class ClusterColumns {
    private final ObjectMapper json;

    ClusterColumns(ObjectMapper json) {
        this.json = json;
    }

    ClusterSpec spec(ClusterEntity row) {
        return spec(row.spec);
    }

    /** Changes what the cluster is wanted to be. */
    void describe(ClusterEntity row, ClusterSpec spec) {
        row.encryptionProvider = spec.encryptionAtRestProvider();
        row.spec = write(spec);
    }

    @Nullable
    Plan plan(ClusterEntity row) {
        return row.plan == null
                ? null
                : new Plan(
                        Plan.Kind.valueOf(row.plan),
                        Objects.requireNonNull(row.askedAt, "a plan that was never asked for"),
                        row.formerSpec == null ? null : spec(row.formerSpec));
    }

    /** Sets the plan under way; null when all is done. */
    void plan(ClusterEntity row, @Nullable Plan plan) {
        row.plan = plan == null ? null : plan.kind().name();
        row.askedAt = plan == null ? row.askedAt : plan.askedAt();
        row.formerSpec = plan == null || plan.former() == null ? null : write(plan.former());
    }

    /** Where the cluster has nodes or is to have some: it is in the places that it leaves until it has left. */
    Set<Place> places(ClusterEntity row) {
        Set<Place> places = new LinkedHashSet<>(spec(row).places());
        if (row.formerSpec != null) {
            places.addAll(spec(row.formerSpec).places());
        }
        return places;
    }

    private ClusterSpec spec(String text) {
        try {
            return json.readerFor(ClusterSpec.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored cluster cannot be read", e);
        }
    }

    private String write(ClusterSpec spec) {
        try {
            return json.writeValueAsString(spec);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a cluster cannot be written", e);
        }
    }
}
