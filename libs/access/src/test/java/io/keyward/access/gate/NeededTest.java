package io.keyward.access.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which roles are enough for what. */
@Rule("A1")
class NeededTest {
    private static final String GROUP = "111111111111111111111111";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GROUP_OWNER                                                  | GROUP_OWNER                    | ORG_MEMBER | true
            GROUP_OWNER                                                  | GROUP_CLUSTER_MANAGER          | ORG_MEMBER | false
            GROUP_OWNER                                                  |                                | ORG_OWNER  | false
            GROUP_READ_ONLY                                              | GROUP_BACKUP_CREATOR           | ORG_MEMBER | true
            GROUP_READ_ONLY                                              |                                | ORG_OWNER  | false
            GROUP_CLUSTER_CREATOR                                        | GROUP_CLUSTER_MANAGER          | ORG_MEMBER | true
            GROUP_CLUSTER_MANAGER                                        | GROUP_CLUSTER_CREATOR          | ORG_MEMBER | false
            GROUP_BACKUP_EXPORT_OPERATOR GROUP_BACKUP_RECOVERY_OPERATOR  | GROUP_BACKUP_RECOVERY_OPERATOR | ORG_MEMBER | true
            GROUP_BACKUP_EXPORT_OPERATOR GROUP_BACKUP_RECOVERY_OPERATOR  | GROUP_BACKUP_MANAGER           | ORG_MEMBER | true
            GROUP_BACKUP_EXPORT_OPERATOR GROUP_BACKUP_RECOVERY_OPERATOR  | GROUP_BACKUP_CREATOR           | ORG_MEMBER | false
            GROUP_OWNER ORG_OWNER                                        |                                | ORG_OWNER  | true
            GROUP_OWNER ORG_OWNER                                        | GROUP_OWNER                    | ORG_MEMBER | true
            GROUP_OWNER ORG_OWNER                                        | GROUP_READ_ONLY                | ORG_MEMBER | false
            ORG_OWNER                                                    | GROUP_OWNER                    | ORG_MEMBER | false
            ORG_MEMBER                                                   |                                | ORG_OWNER  | true
            """)
    void oneOfThemIsEnough(String needed, ProjectRole inProject, OrgRole inOrg, boolean expected) {
        assertThat(needed(needed).refusal(caller(inProject, inOrg), GROUP).isEmpty())
                .isEqualTo(expected);
    }

    @Test
    void aRoleInOneProjectIsNoneInAnother() {
        assertThat(needed("GROUP_READ_ONLY")
                        .refusal(caller(ProjectRole.GROUP_OWNER, OrgRole.ORG_MEMBER), "222222222222222222222222"))
                .isPresent();
    }

    @Test
    void theRefusalNamesThemAll() {
        // When
        Refusal refusal = needed("GROUP_OWNER GROUP_CLUSTER_CREATOR ORG_OWNER")
                .refusal(caller(null, OrgRole.ORG_MEMBER), GROUP)
                .orElseThrow();

        // Then
        assertThat(refusal.code()).isEqualTo(ErrorCode.ACCESS_FORBIDDEN);
        assertThat(refusal.parameters()).containsExactly("GROUP_OWNER", "GROUP_CLUSTER_CREATOR", "ORG_OWNER");
        assertThat(refusal.detail())
                .isEqualTo("This needs the role Project Owner (GROUP_OWNER) or Project Cluster Creator"
                        + " (GROUP_CLUSTER_CREATOR) in the project " + GROUP
                        + ", or Organization Owner (ORG_OWNER) in the organization.");
    }

    private static Needed needed(String roles) {
        Map<Boolean, List<String>> byKind =
                Stream.of(roles.split(" ")).collect(Collectors.partitioningBy(role -> role.startsWith("ORG_")));
        return new Needed(
                byKind.get(false).stream().map(ProjectRole::valueOf).toList(),
                byKind.get(true).stream().map(OrgRole::valueOf).toList());
    }

    private static Caller caller(ProjectRole inProject, OrgRole inOrg) {
        Set<ProjectRole> roles = Optional.ofNullable(inProject).stream().collect(Collectors.toSet());
        return new Caller("id", Caller.Kind.API_KEY, "key", "org", Set.of(inOrg), Map.of(GROUP, roles), "127.0.0.1");
    }
}
