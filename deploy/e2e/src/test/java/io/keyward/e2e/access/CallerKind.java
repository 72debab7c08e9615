package io.keyward.e2e.access;

import java.util.Collections;
import java.util.Set;

/**
 * A kind of caller.
 *
 * @param projectRoles in the project of the table
 * @param organizationRoles in the organisation of the table; empty for a caller from elsewhere
 * @param rolesElsewhere in an organisation of the caller's own, where that is another one
 */
record CallerKind(
        String name,
        Standing standing,
        Set<String> projectRoles,
        Set<String> organizationRoles,
        Set<String> rolesElsewhere) {

    enum Standing {
        NOBODY,
        CUSTOMER,
        DRIVER,
        OPERATOR
    }

    /** An owner of the organisation is told that its projects exist, without being in them. */
    boolean seesProject() {
        return !projectRoles.isEmpty() || organizationRoles.contains("ORG_OWNER");
    }

    boolean seesOrganization() {
        return !organizationRoles.isEmpty() || standing == Standing.OPERATOR || standing == Standing.DRIVER;
    }

    boolean hasProjectRole(Set<String> any) {
        return !Collections.disjoint(projectRoles, any);
    }

    boolean hasOrganizationRole(Set<String> any) {
        return !Collections.disjoint(organizationRoles, any);
    }

    /** In the caller's own organisation, whichever that is. */
    boolean hasRoleAtHome(Set<String> any) {
        return hasOrganizationRole(any) || !Collections.disjoint(rolesElsewhere, any);
    }

    @Override
    public String toString() {
        return name;
    }
}
