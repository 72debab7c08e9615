package io.keyward.access;

import java.util.Set;

/** What someone may do in a project. A role may include others: who owns a project may also read it. */
public enum ProjectRole {
    GROUP_READ_ONLY("Project Read Only"),
    GROUP_DATA_ACCESS_READ_ONLY("Project Data Access Read Only", GROUP_READ_ONLY),
    GROUP_CLUSTER_MANAGER("Project Cluster Manager", GROUP_READ_ONLY),
    GROUP_ALERTS_MANAGER("Project Alerts Manager", GROUP_READ_ONLY),
    GROUP_OWNER(
            "Project Owner", GROUP_READ_ONLY, GROUP_DATA_ACCESS_READ_ONLY, GROUP_CLUSTER_MANAGER, GROUP_ALERTS_MANAGER);

    private final String title;
    private final Set<ProjectRole> included;

    ProjectRole(String title, ProjectRole... included) {
        this.title = title;
        this.included = Set.of(included);
    }

    /** The role's name for people, for example {@code Project Owner}. */
    public String title() {
        return title;
    }

    /** Whether having this role is having {@code other}. */
    public boolean includes(ProjectRole other) {
        return this == other || included.contains(other);
    }
}
