package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The roles any one of which an operation needs.
 *
 * @param inProject roles in the project of the path
 * @param inOrg roles in the caller's organisation
 */
record Needed(List<ProjectRole> inProject, List<OrgRole> inOrg) {

    /**
     * What the caller is told when they lack all of them; empty when they have one.
     *
     * @param groupId the project of the path, where there is one
     */
    Optional<Refusal> refusal(Caller caller, @Nullable String groupId) {
        boolean allowed = inOrg.stream().anyMatch(caller::has)
                || (groupId != null && inProject.stream().anyMatch(role -> caller.has(role, groupId)));
        return allowed ? Optional.empty() : Optional.of(refusal(groupId));
    }

    private Refusal refusal(@Nullable String groupId) {
        Object[] names = Stream.concat(inProject.stream(), inOrg.stream())
                .map(Enum::name)
                .toArray();
        String project =
                inProject.stream().map(role -> role.title() + " (" + role + ")").collect(Collectors.joining(" or "));
        String org =
                inOrg.stream().map(role -> role.title() + " (" + role + ")").collect(Collectors.joining(" or "));
        String detail = Stream.of(
                        project.isEmpty() ? "" : project + " in the project " + groupId,
                        org.isEmpty() ? "" : org + " in the organization")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", or ", "This needs the role ", "."));
        return Refusal.of(ErrorCode.ACCESS_FORBIDDEN, names).withDetail(detail);
    }
}
