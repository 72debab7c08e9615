package io.keyward.config.activity.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.atlas.Link;
import io.keyward.contracts.Actor;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the log as it is answered. Whoever acted is named by key ({@code apiKeyId}, {@code publicKey}) or by user ({@code userId},
 * {@code username}: service accounts and operators); nobody is when a service or a driver acted by itself.
 *
 * @param isGlobalAdmin whether an operator acted
 * @param raw the event that the entry was made from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record EventView(
        @Nullable String apiKeyId,
        @Nullable String clusterName,
        Instant created,
        String detail,
        String eventTypeName,
        @Nullable String groupId,
        String id,
        boolean isGlobalAdmin,
        List<Link> links,
        @Nullable String orgId,
        @Nullable String publicKey,
        @Nullable JsonNode raw,
        @Nullable String remoteAddress,
        @Nullable String userId,
        @Nullable String username) {

    static EventView of(LoggedEvent event, @Nullable JsonNode raw, String self) {
        Actor actor = event.actor();
        boolean isKey = actor.type().equals(Actor.API_KEY);
        boolean isOperator = actor.type().equals(Actor.OPERATOR);
        boolean isUser = isOperator || actor.type().equals(Actor.SERVICE_ACCOUNT);
        return new EventView(
                isKey ? actor.id() : null,
                event.clusterName(),
                event.at(),
                event.detail(),
                event.type(),
                event.groupId(),
                event.id(),
                isOperator,
                List.of(new Link(self, "self")),
                event.orgId(),
                isKey ? actor.name() : null,
                raw,
                isKey || isUser ? actor.address() : null,
                isUser ? actor.id() : null,
                isUser ? actor.name() : null);
    }
}
