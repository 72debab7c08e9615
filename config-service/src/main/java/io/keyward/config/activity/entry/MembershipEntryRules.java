package io.keyward.config.activity.entry;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.contracts.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What each project's log says when a credential is in other projects, or has other roles in one, than before. */
public final class MembershipEntryRules {
    private MembershipEntryRules() {}

    /**
     * Whose roles these are.
     *
     * @param name the public key or the client id
     */
    public record Holder(Caller.Kind kind, String name) {
        private boolean isKey() {
            return kind == Caller.Kind.API_KEY;
        }

        private String words() {
            return (isKey() ? "API key " : "service account ") + name;
        }
    }

    /**
     * One entry for each project in which something is different, in the order of their ids.
     *
     * @param before roles by the project's id
     */
    public static List<ActivityEntry> entries(
            Holder holder,
            Map<String, Set<ProjectRole>> before,
            Map<String, Set<ProjectRole>> after,
            Actor actor,
            Instant at) {
        return Stream.concat(before.keySet().stream(), after.keySet().stream())
                .distinct()
                .sorted()
                .flatMap(groupId ->
                        change(holder, before.getOrDefault(groupId, Set.of()), after.getOrDefault(groupId, Set.of()))
                                .map(said -> ActivityEntry.ofProject(groupId, said.type(), said.detail(), actor, at))
                                .stream())
                .toList();
    }

    private record Said(EventType type, String detail) {}

    private static Optional<Said> change(Holder holder, Set<ProjectRole> before, Set<ProjectRole> after) {
        if (before.equals(after)) {
            return Optional.empty();
        }
        boolean isKey = holder.isKey();
        if (after.isEmpty()) {
            EventType removed =
                    isKey ? EventType.API_KEY_REMOVED_FROM_GROUP : EventType.SERVICE_ACCOUNT_REMOVED_FROM_GROUP;
            return Optional.of(new Said(removed, "The " + holder.words() + " is no longer in the project."));
        }
        if (before.isEmpty()) {
            EventType added = isKey ? EventType.API_KEY_ADDED_TO_GROUP : EventType.SERVICE_ACCOUNT_ADDED_TO_GROUP;
            return Optional.of(
                    new Said(added, "The " + holder.words() + " is in the project as " + names(after) + "."));
        }
        EventType changed = isKey ? EventType.API_KEY_ROLES_CHANGED : EventType.SERVICE_ACCOUNT_ROLES_CHANGED;
        return Optional.of(
                new Said(changed, "The " + holder.words() + " was " + names(before) + " and is " + names(after) + "."));
    }

    private static String names(Set<ProjectRole> roles) {
        return new TreeSet<>(roles).stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
