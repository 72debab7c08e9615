package io.keyward.config.organization.member;

import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.config.activity.entry.EventType;
import io.keyward.contracts.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the activity log says of people: the organisation's, and that of each project which they come into or leave. Without their addresses,
 * which are told to those alone who may read members.
 */
final class MemberEntryRules {
    private MemberEntryRules() {}

    static List<ActivityEntry> joined(Member member, Actor actor, Instant at) {
        List<ActivityEntry> entries = new ArrayList<>();
        entries.add(ofOrganization(member, EventType.JOINED_ORG, "is a member of the organization.", actor, at));
        entries.addAll(inProjects(member, Map.of(), member.projectRoles(), actor, at));
        return List.copyOf(entries);
    }

    static List<ActivityEntry> changed(Member before, Member after, Actor actor, Instant at) {
        if (after.equals(before)) {
            return List.of();
        }
        List<ActivityEntry> entries = new ArrayList<>();
        entries.add(ofOrganization(after, EventType.ORG_MEMBER_UPDATED, "was changed.", actor, at));
        entries.addAll(inProjects(after, before.projectRoles(), after.projectRoles(), actor, at));
        return List.copyOf(entries);
    }

    static List<ActivityEntry> left(Member member, Actor actor, Instant at) {
        List<ActivityEntry> entries = new ArrayList<>(inProjects(member, member.projectRoles(), Map.of(), actor, at));
        entries.add(ofOrganization(
                member, EventType.REMOVED_FROM_ORG, "is no longer a member of the organization.", actor, at));
        return List.copyOf(entries);
    }

    private static List<ActivityEntry> inProjects(
            Member member,
            Map<String, ? extends Set<?>> before,
            Map<String, ? extends Set<?>> after,
            Actor actor,
            Instant at) {
        Set<String> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        return all.stream()
                .filter(groupId -> before.containsKey(groupId) != after.containsKey(groupId))
                .map(groupId -> after.containsKey(groupId)
                        ? ActivityEntry.ofProject(
                                groupId, EventType.JOINED_GROUP, name(member) + " is in the project.", actor, at)
                        : ActivityEntry.ofProject(
                                groupId,
                                EventType.REMOVED_FROM_GROUP,
                                name(member) + " is no longer in the project.",
                                actor,
                                at))
                .toList();
    }

    private static ActivityEntry ofOrganization(Member member, EventType type, String words, Actor actor, Instant at) {
        return ActivityEntry.ofOrganization(member.orgId(), type, name(member) + " " + words, actor, at);
    }

    private static String name(Member member) {
        return "The member " + member.name() + " (" + member.id() + ")";
    }
}
