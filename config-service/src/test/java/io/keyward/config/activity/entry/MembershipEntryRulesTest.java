package io.keyward.config.activity.entry;

import static io.keyward.access.ProjectRole.GROUP_OWNER;
import static io.keyward.access.ProjectRole.GROUP_READ_ONLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.keyward.access.Caller;
import io.keyward.access.ProjectRole;
import io.keyward.config.activity.entry.MembershipEntryRules.Holder;
import io.keyward.contracts.Actor;
import io.keyward.testkit.Rule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipEntryRulesTest {
    private static final Actor ACTOR = Actor.system("test");
    private static final Holder KEY = new Holder(Caller.Kind.API_KEY, "abcdefgh");
    private static final Holder ACCOUNT = new Holder(Caller.Kind.SERVICE_ACCOUNT, "mdb_sa_id_1");

    @Test
    @Rule("N6")
    void everyProjectSaysWhatChangedInIt() {
        Map<String, Set<ProjectRole>> before =
                Map.of("left", Set.of(GROUP_OWNER), "same", Set.of(GROUP_OWNER), "other", Set.of(GROUP_OWNER));
        Map<String, Set<ProjectRole>> after =
                Map.of("came", Set.of(GROUP_READ_ONLY), "same", Set.of(GROUP_OWNER), "other", Set.of(GROUP_READ_ONLY));

        assertThat(entries(KEY, before, after))
                .extracting(ActivityEntry::groupId, ActivityEntry::type)
                .containsExactly(
                        tuple("came", EventType.API_KEY_ADDED_TO_GROUP),
                        tuple("left", EventType.API_KEY_REMOVED_FROM_GROUP),
                        tuple("other", EventType.API_KEY_ROLES_CHANGED));
        assertThat(entries(KEY, before, after).getLast().detail())
                .isEqualTo("The API key abcdefgh was GROUP_OWNER and is GROUP_READ_ONLY.");
    }

    @Test
    @Rule("N6")
    void serviceAccountsHaveNamesOfTheirOwn() {
        Map<String, Set<ProjectRole>> none = Map.of();
        Map<String, Set<ProjectRole>> one = Map.of("p", Set.of(GROUP_OWNER));
        Map<String, Set<ProjectRole>> other = Map.of("p", Set.of(GROUP_READ_ONLY));

        assertThat(type(none, one)).isEqualTo(EventType.SERVICE_ACCOUNT_ADDED_TO_GROUP);
        assertThat(type(one, other)).isEqualTo(EventType.SERVICE_ACCOUNT_ROLES_CHANGED);
        assertThat(type(one, none)).isEqualTo(EventType.SERVICE_ACCOUNT_REMOVED_FROM_GROUP);
        assertThat(entries(ACCOUNT, one, one)).isEmpty();
    }

    private static EventType type(Map<String, Set<ProjectRole>> before, Map<String, Set<ProjectRole>> after) {
        return entries(ACCOUNT, before, after).getFirst().type();
    }

    private static List<ActivityEntry> entries(
            Holder holder, Map<String, Set<ProjectRole>> before, Map<String, Set<ProjectRole>> after) {
        return MembershipEntryRules.entries(holder, before, after, ACTOR, Instant.EPOCH);
    }
}
