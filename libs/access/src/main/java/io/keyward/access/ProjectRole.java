package io.keyward.access;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What someone may do in a project. A role may include others: who owns a project may also read it. */
public enum ProjectRole {
    GROUP_READ_ONLY("Project Read Only"),
    GROUP_DATA_ACCESS_READ_ONLY("Project Data Access Read Only", GROUP_READ_ONLY),
    GROUP_CLUSTER_CREATOR("Project Cluster Creator", GROUP_READ_ONLY),
    GROUP_CLUSTER_MANAGER("Project Cluster Manager", GROUP_CLUSTER_CREATOR),
    GROUP_ALERTS_MANAGER("Project Alerts Manager", GROUP_READ_ONLY),
    GROUP_BACKUP_CREATOR("Project Backup Creator", GROUP_READ_ONLY),
    GROUP_BACKUP_EXPORT_OPERATOR("Project Backup Export Operator", GROUP_READ_ONLY),
    GROUP_BACKUP_RECOVERY_OPERATOR("Project Backup Recovery Operator", GROUP_READ_ONLY),
    GROUP_BACKUP_MANAGER(
            "Project Backup Manager",
            GROUP_BACKUP_CREATOR,
            GROUP_BACKUP_EXPORT_OPERATOR,
            GROUP_BACKUP_RECOVERY_OPERATOR),
    GROUP_OWNER(
            "Project Owner",
            GROUP_DATA_ACCESS_READ_ONLY,
            GROUP_CLUSTER_MANAGER,
            GROUP_ALERTS_MANAGER,
            GROUP_BACKUP_MANAGER);

    private final String title;
    private final Set<ProjectRole> included;

    /** @param next roles that this one includes; what they include, it includes too */
    ProjectRole(String title, ProjectRole... next) {
        this.title = title;
        Set<ProjectRole> all = new HashSet<>(List.of(next));
        for (ProjectRole role : next) {
            all.addAll(role.included);
        }
        this.included = Set.copyOf(all);
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
