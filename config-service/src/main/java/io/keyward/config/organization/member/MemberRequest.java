package io.keyward.config.organization.member;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Body of POST and PATCH; PATCH leaves as it is what is left out. What is ours to say is ignored. */
@JsonIgnoreProperties({"id", "links"})
record MemberRequest(
        @Nullable String name,
        @Nullable String email,
        @Nullable Set<OrgRole> orgRoles,
        @Nullable List<ProjectRoles> projectRoles) {

    /** What somebody is to a project. */
    record ProjectRoles(@Nullable String groupId, @Nullable Set<ProjectRole> roles) {}
}
