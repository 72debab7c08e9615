package io.keyward.config.organization.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.organization.member.MemberRequest.ProjectRoles;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MemberRulesTest {
    private static final String GROUP = "65a5e9a1f2c3d4b5a6978801";
    private static final Member OWNER = member(OrgRole.ORG_OWNER);
    private static final Member MEMBER = member(OrgRole.ORG_MEMBER);

    static Stream<Arguments> changes() {
        return Stream.of(
                // before, after, how many others own the organisation, whether that may be
                Arguments.of(OWNER, Optional.empty(), 0, false),
                Arguments.of(OWNER, Optional.of(MEMBER), 0, false),
                Arguments.of(OWNER, Optional.of(OWNER), 0, true),
                Arguments.of(OWNER, Optional.empty(), 1, true),
                Arguments.of(OWNER, Optional.of(MEMBER), 1, true),
                Arguments.of(MEMBER, Optional.empty(), 0, true),
                Arguments.of(MEMBER, Optional.of(OWNER), 0, true));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void thereIsAlwaysSomebodyToWriteTo(Member before, Optional<Member> after, long others, boolean allowed) {
        if (allowed) {
            assertThatCode(() -> MemberRules.requireOwner(before, after, others))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> MemberRules.requireOwner(before, after, others))
                    .isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                            .isEqualTo(ErrorCode.CANNOT_REMOVE_LAST_OWNER));
        }
    }

    @Test
    void whatIsLeftOutStays() {
        Member merged = MemberRules.merge(OWNER, request(null, "new@keyward.example", null, null));
        assertThat(merged)
                .isEqualTo(new Member(
                        OWNER.id(), OWNER.orgId(), OWNER.name(), "new@keyward.example", OWNER.orgRoles(), Map.of()));

        Member inProject = MemberRules.merge(
                OWNER, request(null, null, null, List.of(new ProjectRoles(GROUP, Set.of(ProjectRole.GROUP_OWNER)))));
        assertThat(inProject.owns(GROUP)).isTrue();
        assertThat(inProject.owns("another")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a@b", "a b@c.de", "a@b.c\r\nBcc: d@e.fg", "<a@b.cd>", "a@b.cd,e@f.gh", "\u0000@b.cd"})
    void refusesWhatIsNoAddress(String email) {
        assertThatThrownBy(() -> MemberRules.create("id", "org", request("N", email, Set.of(OrgRole.ORG_MEMBER), null)))
                .isInstanceOf(Refusal.class);
    }

    static Stream<MemberRequest> incomplete() {
        Set<OrgRole> roles = Set.of(OrgRole.ORG_MEMBER);
        return Stream.of(
                request(null, "a@b.cd", roles, null),
                request("N", null, roles, null),
                request("N", "a@b.cd", null, null),
                request("N", "a@b.cd", Set.of(), null),
                request("N", "a@b.cd", roles, List.of(new ProjectRoles(null, Set.of(ProjectRole.GROUP_OWNER)))),
                request("N", "a@b.cd", roles, List.of(new ProjectRoles(GROUP, Set.of()))));
    }

    @ParameterizedTest
    @MethodSource("incomplete")
    void namesWhatIsMissing(MemberRequest request) {
        assertThatThrownBy(() -> MemberRules.create("id", "org", request))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.MISSING_ATTRIBUTE));
    }

    private static MemberRequest request(
            @Nullable String name,
            @Nullable String email,
            @Nullable Set<OrgRole> orgRoles,
            @Nullable List<ProjectRoles> projectRoles) {
        return new MemberRequest(name, email, orgRoles, projectRoles);
    }

    private static Member member(OrgRole role) {
        return new Member("id", "org", "Ada", "ada@keyward.example", Set.of(role), Map.of());
    }
}
