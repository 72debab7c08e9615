package io.keyward.validation.alert.notification.people;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The people around a project.
 *
 * @param owners addresses of those who are told what happens to it: its owners, or those of its organisation where it has none
 * @param members everybody in its organisation
 */
public record Crowd(List<String> owners, List<Member> members) {
    private static final Set<String> OWNERS = Set.of("GROUP_OWNER", "GROUP_*");

    public Crowd {
        owners = List.copyOf(owners);
        members = List.copyOf(members);
    }

    /** The addresses of those who have one of the roles; {@code GROUP_*} and {@code ORG_*} are everybody in the project or the organisation. */
    public List<String> addresses(List<String> roles) {
        var told = roles.stream().anyMatch(OWNERS::contains) ? owners.stream() : Stream.<String>empty();
        var others = members.stream()
                .filter(member -> roles.stream().anyMatch(member::has))
                .map(Member::email);
        return Stream.concat(told, others)
                .filter(email -> email.contains("@"))
                .distinct()
                .toList();
    }

    /**
     * Somebody in the organisation.
     *
     * @param orgRoles in the organisation
     * @param projectRoles in the project; none when not in it
     */
    public record Member(String email, Set<String> orgRoles, Set<String> projectRoles) {

        boolean has(String role) {
            return switch (role) {
                case "ORG_*" -> true;
                case "GROUP_*" -> !projectRoles.isEmpty();
                default -> orgRoles.contains(role) || projectRoles.contains(role);
            };
        }
    }
}
