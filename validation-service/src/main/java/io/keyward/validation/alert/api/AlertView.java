package io.keyward.validation.alert.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.keyward.atlas.Link;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.keyward.validation.alert.Alert;
import io.keyward.validation.alert.Alert.Acknowledgement;
import io.keyward.validation.alert.Alert.Status;
import io.keyward.validation.alert.condition.Content.AffectedCluster;
import io.keyward.validation.alert.condition.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An alert as it is answered.
 *
 * @param acknowledgedUntil absent when nobody acknowledged it
 * @param keyward what the Atlas API has no place for
 * @param lastNotified when the last mail about it went out; absent when none did
 * @param resolved when it was closed; absent unless it is
 * @param status {@code TRACKING}, {@code OPEN}, {@code CLOSED} or {@code CANCELLED}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AlertView(
        @Nullable Instant acknowledgedUntil,
        @Nullable String acknowledgementComment,
        @Nullable String acknowledgingUsername,
        String alertConfigId,
        Instant created,
        String eventTypeName,
        String groupId,
        String id,
        Background keyward,
        @Nullable Instant lastNotified,
        List<Link> links,
        String orgId,
        @Nullable Instant resolved,
        String status,
        Instant updated) {

    /** @param now for how much time is left */
    static AlertView of(Alert alert, String orgId, List<Link> links, Instant now) {
        var acknowledgement = Optional.ofNullable(alert.acknowledgement());
        return new AlertView(
                acknowledgement.map(Acknowledgement::until).orElse(null),
                acknowledgement.map(Acknowledgement::comment).orElse(null),
                acknowledgement.map(Acknowledgement::username).orElse(null),
                alert.configurationId(),
                alert.createdAt(),
                alert.type().name(),
                alert.groupId(),
                alert.id(),
                Background.of(alert, now),
                alert.lastNotified(),
                links,
                orgId,
                alert.status() == Status.CLOSED ? alert.resolvedAt() : null,
                alert.status().name(),
                alert.updatedAt());
    }

    /**
     * Why there is an alert, and what to do about it.
     *
     * @param calls the provider calls that it rests on, in order
     * @param clusters the clusters it concerns
     * @param deadline when that happens which it warns of; absent where nothing has a date
     * @param ending for people: why it was closed or cancelled; absent while it is open
     * @param explanation for people: what happened
     * @param hoursLeft whole hours until the deadline; absent without one, and once the alert has ended
     * @param reason symbolic; absent where the type says it all
     * @param region absent when it is about a cluster
     * @param remedy for people: what to do; absent when there is nothing to do
     * @param since since when it is so
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Background(
            List<ProviderCall> calls,
            List<AffectedCluster> clusters,
            @Nullable Instant deadline,
            @Nullable String ending,
            String explanation,
            @Nullable Long hoursLeft,
            @Nullable String reason,
            @Nullable String region,
            @Nullable String remedy,
            Instant since,
            Subject subject) {

        static Background of(Alert alert, Instant now) {
            var content = alert.content();
            return new Background(
                    content.calls(),
                    content.clusters(),
                    content.deadline(),
                    alert.ending(),
                    content.explanation(),
                    hoursLeft(alert, now),
                    content.reason(),
                    alert.subject().region(),
                    content.remedy(),
                    content.since(),
                    alert.subject());
        }

        private static @Nullable Long hoursLeft(Alert alert, Instant now) {
            var deadline = alert.content().deadline();
            return deadline == null || alert.resolvedAt() != null
                    ? null
                    : Math.max(0, Duration.between(now, deadline).toHours());
        }
    }
}
