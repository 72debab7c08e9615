package io.keyward.config.organization.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.config.activity.entry.ActivityEntry;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MemberEntryRulesTest {
    private static final Actor ACTOR = Actor.system("test");
    private static final Instant NOW = Instant.EPOCH;

    @Test
    @Rule("N6")
    void whoComesAndGoesIsInTheLogsOfOrganizationAndProjects() {
        assertThat(said(MemberEntryRules.joined(member("Ada", "p"), ACTOR, NOW)))
                .containsExactly("null JOINED_ORG", "p JOINED_GROUP");
        assertThat(said(MemberEntryRules.left(member("Ada", "p"), ACTOR, NOW)))
                .containsExactly("p REMOVED_FROM_GROUP", "null REMOVED_FROM_ORG");
    }

    @Test
    @Rule("N6")
    void aChangeIsTheOrganizationsAndThatOfProjectsLeftAndEntered() {
        assertThat(said(MemberEntryRules.changed(member("Ada", "p"), member("Ada", "q"), ACTOR, NOW)))
                .containsExactly("null ORG_MEMBER_UPDATED", "p REMOVED_FROM_GROUP", "q JOINED_GROUP");
        assertThat(said(MemberEntryRules.changed(member("Ada", "p"), member("Eve", "p"), ACTOR, NOW)))
                .containsExactly("null ORG_MEMBER_UPDATED");
        assertThat(MemberEntryRules.changed(member("Ada", "p"), member("Ada", "p"), ACTOR, NOW))
                .isEmpty();
    }

    private static Member member(String name, String groupId) {
        return new Member(
                "m",
                "o",
                name,
                "ada@keyward.example",
                Set.of(OrgRole.ORG_MEMBER),
                Map.of(groupId, Set.of(ProjectRole.GROUP_OWNER)));
    }

    private static List<String> said(List<ActivityEntry> entries) {
        assertThat(entries).noneMatch(entry -> entry.detail().contains("@"));
        return entries.stream()
                .map(entry -> entry.groupId() + " " + entry.type())
                .toList();
    }
}
