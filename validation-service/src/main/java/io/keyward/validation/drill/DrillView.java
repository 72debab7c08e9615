package io.keyward.validation.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What taking a project's key away would do. Nothing of it was done.
 *
 * @param drill always true: nothing here is real
 * @param explanation for people: the whole in a few sentences
 * @param at when it was worked out, from the project as it was then
 * @param heldBy what would hold the stops back: {@code OBSERVE_MODE}, {@code FREEZE}, {@code GUARD}; empty when nothing would
 * @param clusters all of the project's
 * @param notices who would be told what
 * @param recovery how it would end
 */
public record DrillView(
        boolean drill,
        String explanation,
        String cloudProvider,
        String reason,
        Instant at,
        Set<String> heldBy,
        List<KeyView> keys,
        List<ClusterView> clusters,
        List<NoticeView> notices,
        RecoveryView recovery) {

    /**
     * A key in one region.
     *
     * @param checksNeeded how many checks would have to agree; 0 when it is condemned already
     * @param condemnedWithinSeconds at the latest, by schedule alone
     * @param confirmationSeconds from the first of the checks to the last
     * @param explanation for people: what the checks would find
     * @param hinted whether anybody may send hints about it, which have it checked at once
     * @param noticedWithinSeconds when the first of the checks would be made at the latest, by schedule alone
     * @param remedy for people: what to do then; absent when there is nothing to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyView(
            int checksNeeded,
            long condemnedWithinSeconds,
            long confirmationSeconds,
            String explanation,
            boolean hinted,
            String key,
            String keyUseId,
            long noticedWithinSeconds,
            String region,
            @Nullable String remedy) {}

    /**
     * What would become of a cluster.
     *
     * @param outcome {@code STOPS}, {@code SPARED}, {@code STAYS_STOPPED}, {@code RUNS_ON} or, when the key is back, {@code RESUMES}
     */
    public record ClusterView(String clusterId, String explanation, String name, String outcome) {}

    /**
     * Something that would be sent.
     *
     * @param alertConfigId the alert configuration that asks for it
     * @param channel for example {@code EMAIL}
     * @param delayMinutes how long the alert would be open first
     * @param recipients addresses, roles for whoever has them when it is sent, and channels by their name
     * @param subject the headline, which is a mail's subject
     * @param text what would be sent, but for ids: the text of a mail, or the body of the request to another channel, without its secrets
     */
    public record NoticeView(
            String alertConfigId,
            String channel,
            int delayMinutes,
            String eventTypeName,
            List<String> recipients,
            String subject,
            String text) {}

    /**
     * How it would end.
     *
     * @param checksNeeded how many checks the key would have to pass
     * @param withinSeconds at the latest, by schedule alone
     */
    public record RecoveryView(
            int checksNeeded,
            List<ClusterView> clusters,
            String explanation,
            List<NoticeView> notices,
            long withinSeconds) {}
}
