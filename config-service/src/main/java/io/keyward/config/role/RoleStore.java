package io.keyward.config.role;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Roles in customers' AWS accounts. */
@ApplicationScoped
public class RoleStore {
    private final ProjectStore projects;
    private final RoleUsers users;

    RoleStore(ProjectStore projects, RoleUsers users) {
        this.projects = projects;
        this.users = users;
    }

    /** The role of that id in that project. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<AwsRole>> find(String groupId, String roleId) {
        return Panache.withSession(() -> row(groupId, roleId))
                .map(row -> Optional.ofNullable(row).map(RoleStore::role));
    }

    Uni<List<AwsRole>> list(String groupId) {
        return Panache.withSession(
                        () -> AwsRoleEntity.<AwsRoleEntity>list("groupId = ?1 order by createdAt, id", groupId))
                .map(rows -> rows.stream().map(RoleStore::role).toList());
    }

    Uni<Void> create(AwsRole role) {
        AwsRoleEntity row = new AwsRoleEntity();
        row.id = role.id();
        row.groupId = role.groupId();
        row.externalId = role.externalId();
        row.createdAt = role.createdAt();
        return Panache.withTransaction(() -> projects.lock(role.groupId()).chain(() -> row.persist()))
                .replaceWithVoid();
    }

    /**
     * Records that a role was assumed under its ARN, and passes a changed ARN on to whatever uses the role.
     *
     * @param role as it is to be, with the version it was loaded at
     * @param verified what {@link RoleUsers#verify} answered
     */
    Uni<Void> authorize(AwsRole role, long verified, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(role.groupId())
                .chain(() -> row(role.groupId(), role.id()))
                .chain(row -> {
                    if (row == null) {
                        throw notFound(role.id());
                    }
                    if (row.version != role.version()) {
                        throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
                    }
                    boolean other = !Objects.equals(row.roleArn, role.arn());
                    row.roleArn = role.arn();
                    row.authorizedAt = role.authorizedAt();
                    return other
                            ? users.changed(role, verified, actor)
                            : Uni.createFrom().voidItem();
                }));
    }

    /** Removes a role that nothing uses. */
    Uni<Void> delete(String groupId, String roleId) {
        return Panache.withTransaction(() -> projects.lock(groupId)
                .chain(() -> row(groupId, roleId))
                .invoke(row -> {
                    if (row == null) {
                        throw notFound(roleId);
                    }
                })
                .chain(row -> users.usedIn(groupId).chain(used -> {
                    if (used.contains(roleId)) {
                        throw Refusal.of(
                                ErrorCode.AWS_IAM_ROLE_IN_USE,
                                "The role " + roleId
                                        + " is used for encryption at rest. Configure another role, or disable"
                                        + " encryption at rest, before removing it.");
                    }
                    return row.delete();
                })));
    }

    static Refusal notFound(String roleId) {
        return Refusal.of(ErrorCode.CLOUD_PROVIDER_ACCESS_ROLE_NOT_FOUND, roleId);
    }

    private static Uni<AwsRoleEntity> row(String groupId, String roleId) {
        return AwsRoleEntity.find("groupId = ?1 and id = ?2", groupId, roleId).firstResult();
    }

    private static AwsRole role(AwsRoleEntity row) {
        return new AwsRole(
                row.id, row.groupId, row.externalId, row.roleArn, row.authorizedAt, row.createdAt, row.version);
    }
}
