package io.keyward.config.organization.member;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.organization.member.MemberRequest.ProjectRoles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who can be a member, and who can cease to be one. */
public final class MemberRules {
    private static final int MAX_NAME = 128;
    private static final int MAX_EMAIL = 254;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;\"]+@[^\\s@<>,;\"]+\\.[^\\s@<>,;\".]+");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private MemberRules() {}

    /** Somebody who owns the organisation. */
    public static Member owner(String id, String orgId, @Nullable String name, @Nullable String email) {
        return new Member(id, orgId, name(name), email(email), Set.of(OrgRole.ORG_OWNER), Map.of());
    }

    /** The member that a POST describes. */
    static Member create(String id, String orgId, MemberRequest request) {
        return new Member(
                id,
                orgId,
                name(request.name()),
                email(request.email()),
                orgRoles(request.orgRoles()),
                projectRoles(Optional.ofNullable(request.projectRoles()).orElse(List.of())));
    }

    /** The member that a PATCH leaves. */
    static Member merge(Member current, MemberRequest request) {
        return new Member(
                current.id(),
                current.orgId(),
                request.name() == null ? current.name() : name(request.name()),
                request.email() == null ? current.email() : email(request.email()),
                request.orgRoles() == null ? current.orgRoles() : orgRoles(request.orgRoles()),
                request.projectRoles() == null ? current.projectRoles() : projectRoles(request.projectRoles()));
    }

    /**
     * Somebody stays whom to write to: refused with 409 when the last owner is to go, or to be no owner any more.
     *
     * @param after empty when the member goes
     * @param otherOwners how many others own the organisation
     */
    static void requireOwner(Member before, Optional<Member> after, long otherOwners) {
        boolean ceases = before.isOwner() && !after.map(Member::isOwner).orElse(false);
        if (ceases && otherOwners == 0) {
            throw Refusal.of(ErrorCode.CANNOT_REMOVE_LAST_OWNER, before.name(), before.orgId());
        }
    }

    private static String name(@Nullable String name) {
        if (name == null || name.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "name");
        }
        if (name.length() > MAX_NAME || CONTROL.matcher(name).find()) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, "name")
                    .withDetail("A member's name has at most " + MAX_NAME + " characters, all of them printable.");
        }
        return name;
    }

    private static String email(@Nullable String email) {
        if (email == null || email.isBlank()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "email");
        }
        if (email.length() > MAX_EMAIL
                || !EMAIL.matcher(email).matches()
                || CONTROL.matcher(email).find()) {
            throw Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, "email")
                    .withDetail("The value of email is not an e-mail address.");
        }
        return email;
    }

    private static Set<OrgRole> orgRoles(@Nullable Set<OrgRole> roles) {
        if (roles == null || roles.isEmpty()) {
            throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "orgRoles")
                    .withField("orgRoles", "must name at least one role");
        }
        return roles;
    }

    private static Map<String, Set<ProjectRole>> projectRoles(List<ProjectRoles> requested) {
        Map<String, Set<ProjectRole>> roles = new HashMap<>();
        for (ProjectRoles project : requested) {
            if (project.groupId() == null) {
                throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "projectRoles.groupId");
            }
            if (!ObjectIds.isValid(project.groupId())) {
                throw Refusal.of(ErrorCode.INVALID_GROUP_ID, project.groupId());
            }
            if (project.roles() == null || project.roles().isEmpty()) {
                throw Refusal.of(ErrorCode.MISSING_ATTRIBUTE, "projectRoles.roles");
            }
            roles.computeIfAbsent(project.groupId(), group -> new HashSet<>()).addAll(project.roles());
        }
        return roles;
    }
}
