package io.keyward.validation.alert.condition;

import io.keyward.contracts.KeyEvent.ProviderCall;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an alert says.
 *
 * @param reason symbolic; null where the type says it all
 * @param explanation for people: what happened
 * @param remedy for people: what to do; null when it is not known (any more)
 * @param since since when it is so
 * @param clusters the clusters it concerns
 * @param calls the provider calls that it rests on; empty when they are not known (any more)
 * @param deadline when that happens which is warned of; null where nothing has a date
 */
public record Content(
        @Nullable String reason,
        String explanation,
        @Nullable String remedy,
        Instant since,
        List<AffectedCluster> clusters,
        List<ProviderCall> calls,
        @Nullable Instant deadline) {

    public Content {
        clusters = List.copyOf(clusters);
        calls = List.copyOf(calls);
    }

    /** About something that has no date. */
    public Content(
            @Nullable String reason,
            String explanation,
            @Nullable String remedy,
            Instant since,
            List<AffectedCluster> clusters,
            List<ProviderCall> calls) {
        this(reason, explanation, remedy, since, clusters, calls, null);
    }

    /** Whether people who know the one need not be told the other: words and calls differ from check to check and are no news. */
    public boolean saysTheSameAs(Content other) {
        return Objects.equals(reason, other.reason)
                && clusters.equals(other.clusters)
                && Objects.equals(deadline, other.deadline);
    }

    /** This content, with remedy and calls of {@code earlier} where its own are not known. */
    public Content orFrom(Content earlier) {
        return new Content(
                reason,
                explanation,
                remedy == null ? earlier.remedy : remedy,
                since,
                clusters,
                calls.isEmpty() ? earlier.calls : calls,
                deadline);
    }

    /** The same, since another moment. */
    public Content since(Instant moment) {
        return new Content(reason, explanation, remedy, moment, clusters, calls, deadline);
    }

    /** A cluster that an alert concerns. */
    public record AffectedCluster(String clusterId, String name) {}
}
