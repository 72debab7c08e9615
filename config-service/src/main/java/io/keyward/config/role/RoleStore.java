package io.keyward.config.role;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.activity.ActivityLog;
import io.keyward.config.project.ProjectStore;
import io.keyward.contracts.Actor;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The ways into customers' clouds. Writes hold the project's lock. */
@ApplicationScoped
public class RoleStore {
    private static final String COMPLETE =
            "accountStatus = 'COMPLETE' where accountStatus = 'IN_PROGRESS' and serviceAccount = ?1";
    private static final String WAITING = "accountStatus = 'IN_PROGRESS' order by createdAt desc, id";

    private final ProjectStore projects;
    private final AwsRoleUsers keys;
    private final RoleUses uses;
    private final ActivityLog log;
    private final Clock clock;

    RoleStore(ProjectStore projects, AwsRoleUsers keys, RoleUses uses, ActivityLog log, Clock clock) {
        this.projects = projects;
        this.keys = keys;
        this.uses = uses;
        this.log = log;
        this.clock = clock;
    }

    /** The role of that id and cloud in that project. Joins the caller's open transaction, if there is one. */
    public Uni<Optional<CloudRole>> find(String groupId, Cloud cloud, String roleId) {
        return Panache.withSession(() -> CloudRoleEntity.find(groupId, roleId))
                .map(row -> Optional.ofNullable(row).map(CloudRoleEntity::role).filter(role -> role.cloud() == cloud));
    }

    /** The role of that id in that project, whatever its cloud; fails with 404 when there is none. */
    public Uni<CloudRole> get(String groupId, String roleId) {
        return Panache.withSession(() -> row(groupId, roleId)).map(CloudRoleEntity::role);
    }

    /** All roles of a project, oldest first. */
    public Uni<List<CloudRole>> list(String groupId) {
        return Panache.withSession(
                        () -> CloudRoleEntity.<CloudRoleEntity>list("groupId = ?1 order by createdAt, id", groupId))
                .map(rows -> rows.stream().map(CloudRoleEntity::role).toList());
    }

    /** Adds a role. A Google account is ready if the project has one that is: all its roles have the same. */
    public Uni<CloudRole> create(CloudRole role, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(role.groupId())
                .chain(() -> CloudRoleEntity.count(
                        "groupId = ?1 and accountStatus = ?2", role.groupId(), CloudRoleEntity.COMPLETE))
                .chain(ready -> {
                    CloudRole added = role instanceof GcpAccount account ? account.readyIf(ready > 0) : role;
                    return CloudRoleEntity.of(added)
                            .persist()
                            .chain(() -> log.record(RoleEntries.added(added, actor, clock.instant())))
                            .replaceWith(added);
                }));
    }

    /**
     * Records that a role was assumed under its ARN, and passes a changed ARN on to whatever uses the role.
     *
     * @param role as it is to be, with the version it was loaded at
     * @param verified what {@link AwsRoleUsers#verify} answered
     */
    public Uni<Void> authorize(AwsRole role, long verified, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(role.groupId())
                .chain(() -> row(role.groupId(), role.id()))
                .invoke(row -> requireUnchanged(row, role.version()))
                .chain(row -> {
                    boolean other = !Objects.equals(row.roleArn, role.arn());
                    row.become(role);
                    return log.record(RoleEntries.updated(role, actor, clock.instant()))
                            .chain(() -> other
                                    ? keys.changed(role, verified, actor)
                                    : Uni.createFrom().voidItem());
                }));
    }

    /**
     * Records that a service principal lets us in: another one than was named only as long as nothing rests on that.
     *
     * @param principal as it is to be, with the version it was loaded at
     * @param other whether it has other ids than it was loaded with
     */
    public Uni<Void> authorize(AzurePrincipal principal, boolean other, Actor actor) {
        return Panache.withTransaction(() -> projects.lock(principal.groupId())
                .chain(() -> row(principal.groupId(), principal.id()))
                .invoke(row -> requireUnchanged(row, principal.version()))
                .call(row ->
                        other ? requireUnused(row.role()) : Uni.createFrom().voidItem())
                .invoke(row -> row.become(principal))
                .chain(() -> log.record(RoleEntries.updated(principal, actor, clock.instant()))));
    }

    /** Removes a role that nothing uses; fails with 404 when there is none of that id and cloud. */
    public Uni<Void> delete(String groupId, Cloud cloud, String roleId, Actor actor) {
        return Panache.withTransaction(
                () -> projects.lock(groupId).chain(() -> row(groupId, roleId)).chain(row -> {
                    CloudRole role = row.role();
                    if (role.cloud() != cloud) {
                        throw RoleRefusals.elsewhere(role, cloud);
                    }
                    return requireUnused(role)
                            .chain(() -> CloudRoleEntity.delete("id", roleId))
                            .chain(() -> log.record(RoleEntries.deleted(role, actor, clock.instant())));
                }));
    }

    /** Roles whose Google account is not ready, the latest first, for somebody waits for them; at most {@code limit}. */
    Uni<List<GcpAccount>> waiting(int limit) {
        return Panache.withSession(() -> CloudRoleEntity.<CloudRoleEntity>find(WAITING)
                        .page(0, limit)
                        .list())
                .map(rows -> rows.stream()
                        .map(CloudRoleEntity::role)
                        .map(GcpAccount.class::cast)
                        .toList());
    }

    /** Makes all roles of that account ready. */
    Uni<Void> complete(String email) {
        return Panache.withTransaction(() -> CloudRoleEntity.update(COMPLETE, email))
                .replaceWithVoid();
    }

    private static void requireUnchanged(CloudRoleEntity row, int version) {
        if (row.version != version) {
            throw Refusal.of(ErrorCode.CONCURRENT_MODIFICATION);
        }
    }

    private Uni<Void> requireUnused(CloudRole role) {
        return uses.in(role.groupId())
                .invoke(used -> {
                    List<String> by = used.get(role.id());
                    if (by != null) {
                        throw RoleRefusals.inUse(role, by);
                    }
                })
                .replaceWithVoid();
    }

    private static Uni<CloudRoleEntity> row(String groupId, String roleId) {
        return CloudRoleEntity.find(groupId, roleId).invoke(row -> {
            if (row == null) {
                throw RoleRefusals.notFound(roleId);
            }
        });
    }
}
