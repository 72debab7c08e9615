package io.keyward.access;

import static io.keyward.access.ProjectRole.GROUP_CLUSTER_MANAGER;
import static io.keyward.access.ProjectRole.GROUP_DATA_ACCESS_READ_ONLY;
import static io.keyward.access.ProjectRole.GROUP_OWNER;
import static io.keyward.access.ProjectRole.GROUP_READ_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.principal.AccessList;
import io.keyward.access.principal.ApiKey;
import io.keyward.access.principal.Ha1;
import io.keyward.access.principal.Principal;
import io.keyward.testkit.Rule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RolesTest {

    @Rule("A1")
    @ParameterizedTest
    @CsvSource({
        "GROUP_OWNER, 10",
        "GROUP_CLUSTER_MANAGER, 3",
        "GROUP_CLUSTER_CREATOR, 2",
        "GROUP_BACKUP_MANAGER, 5",
        "GROUP_BACKUP_CREATOR, 2",
        "GROUP_BACKUP_EXPORT_OPERATOR, 2",
        "GROUP_BACKUP_RECOVERY_OPERATOR, 2",
        "GROUP_ALERTS_MANAGER, 2",
        "GROUP_DATA_ACCESS_READ_ONLY, 2",
        "GROUP_READ_ONLY, 1"
    })
    void everyRoleIncludesItselfAndReading(ProjectRole role, int included) {
        assertThat(Set.of(ProjectRole.values()).stream().filter(role::includes))
                .hasSize(included)
                .contains(role, GROUP_READ_ONLY);
    }

    @Rule("A1")
    @Test
    void noLesserRoleIncludesAGreaterOne() {
        assertThat(GROUP_CLUSTER_MANAGER.includes(GROUP_OWNER)).isFalse();
        assertThat(GROUP_READ_ONLY.includes(GROUP_CLUSTER_MANAGER)).isFalse();
        assertThat(GROUP_CLUSTER_MANAGER.includes(GROUP_DATA_ACCESS_READ_ONLY)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ORG_OWNER, ORG_GROUP_CREATOR, true",
        "ORG_OWNER, ORG_MEMBER, true",
        "ORG_GROUP_CREATOR, ORG_MEMBER, true",
        "ORG_GROUP_CREATOR, ORG_OWNER, false",
        "ORG_MEMBER, ORG_MEMBER, true",
        "ORG_MEMBER, ORG_GROUP_CREATOR, false"
    })
    void rolesInAnOrganisation(OrgRole held, OrgRole asked, boolean expected) {
        assertThat(held.includes(asked)).isEqualTo(expected);
    }

    @Rule("A1")
    @Test
    void anOwnerOfTheOrganisationHasNoRoleInAProjectItIsNotIn() {
        // Given
        Caller owner = new Caller(
                "id",
                Caller.Kind.API_KEY,
                "key",
                "org",
                Set.of(OrgRole.ORG_OWNER),
                Map.of("seen", Set.of()),
                "127.0.0.1");

        // Then
        assertThat(owner.sees("seen")).isTrue();
        assertThat(owner.has(GROUP_READ_ONLY, "seen")).isFalse();
        assertThat(owner.sees("other")).isFalse();
        assertThat(owner.has(GROUP_READ_ONLY, "other")).isFalse();
    }

    @Test
    void anApiKeyDoesNotPrintItsHash() {
        // Given
        String ha1 = Ha1.of("public", "private");

        // Then
        Principal holder =
                new Principal("id", Caller.Kind.API_KEY, "public", "org", Set.of(), Map.of(), AccessList.NONE);
        assertThat(new ApiKey(holder, ha1, "sha").toString())
                .doesNotContain(ha1)
                .doesNotContain("sha");
    }
}
