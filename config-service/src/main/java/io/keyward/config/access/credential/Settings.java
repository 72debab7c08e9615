package io.keyward.config.access.credential;

import io.keyward.access.OrgRole;
import io.keyward.access.ProjectRole;
import io.keyward.access.principal.AddressBlock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What can be changed of a credential.
 *
 * @param title what people call a service account; empty for keys, which have none
 * @param projectRoles by the project's id; never an empty set
 * @param addresses from where it may be used, in the order in which they were added
 * @param secrets of a service account, oldest first; keys have none here
 */
public record Settings(
        String title,
        String description,
        Set<OrgRole> orgRoles,
        Map<String, Set<ProjectRole>> projectRoles,
        List<Address> addresses,
        List<Secret> secrets) {

    /** An entry of an access list: from where a credential may be used. */
    public record Address(AddressBlock block, Instant createdAt) {}

    public Settings {
        orgRoles = Set.copyOf(orgRoles);
        projectRoles = Map.copyOf(projectRoles);
        addresses = List.copyOf(addresses);
        secrets = List.copyOf(secrets);
    }

    /** Of a new credential that is in no project and may be used from anywhere. */
    public static Settings of(String title, String description, Set<OrgRole> orgRoles) {
        return new Settings(title, description, orgRoles, Map.of(), List.of(), List.of());
    }

    /** What is left out stays. */
    public Settings described(Optional<String> newTitle, Optional<String> newDescription) {
        return new Settings(
                newTitle.orElse(title), newDescription.orElse(description), orgRoles, projectRoles, addresses, secrets);
    }

    public Settings withOrgRoles(Set<OrgRole> roles) {
        return new Settings(title, description, roles, projectRoles, addresses, secrets);
    }

    /** @param roles in this project; without any, the credential leaves it */
    public Settings withProjectRoles(String groupId, Set<ProjectRole> roles) {
        Map<String, Set<ProjectRole>> changed = new HashMap<>(projectRoles);
        if (roles.isEmpty()) {
            changed.remove(groupId);
        } else {
            changed.put(groupId, Set.copyOf(roles));
        }
        return new Settings(title, description, orgRoles, changed, addresses, secrets);
    }

    public Settings withAddresses(List<Address> others) {
        return new Settings(title, description, orgRoles, projectRoles, others, secrets);
    }

    public Settings withSecrets(List<Secret> others) {
        return new Settings(title, description, orgRoles, projectRoles, addresses, others);
    }

    boolean isOwner() {
        return orgRoles.contains(OrgRole.ORG_OWNER);
    }

    boolean hasLiveSecret(Instant now) {
        return secrets.stream().anyMatch(secret -> secret.isLive(now));
    }
}
