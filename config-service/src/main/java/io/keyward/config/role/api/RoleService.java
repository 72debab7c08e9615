package io.keyward.config.role.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AwsRoleUsers;
import io.keyward.config.role.AzurePrincipal;
import io.keyward.config.role.CloudRole;
import io.keyward.config.role.GcpAccount;
import io.keyward.config.role.RoleRefusals;
import io.keyward.config.role.RoleStore;
import io.keyward.config.validation.RoleAnswer;
import io.keyward.config.validation.RoleQuestion;
import io.keyward.config.validation.ValidationClient;
import io.keyward.contracts.Actor;
import io.keyward.messaging.Detached;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/** Creates roles, and authorises those of AWS and Azure by having them tried. */
@ApplicationScoped
class RoleService {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final NewRoles newRoles;
    private final RoleStore store;
    private final AwsRoleUsers keys;
    private final ValidationClient validation;
    private final Clock clock;

    RoleService(NewRoles newRoles, RoleStore store, AwsRoleUsers keys, ValidationClient validation, Clock clock) {
        this.newRoles = newRoles;
        this.store = store;
        this.keys = keys;
        this.validation = validation;
        this.clock = clock;
    }

    Uni<CloudRole> create(String groupId, RoleRequest request, Actor actor) {
        CloudRole role = newRoles.make(groupId, request);
        return Detached.run(() -> store.create(role, actor));
    }

    /** Authorises a role, or changes what it names. A Google account is ours: there is nothing to prove before a key lets it in. */
    Uni<CloudRole> authorize(String groupId, String roleId, RoleRequest request, Actor actor) {
        Cloud named = RoleFields.cloud("providerName", request.providerName());
        return store.get(groupId, roleId)
                .invoke(role -> {
                    if (role.cloud() != named) {
                        throw RoleRefusals.otherProvider(role, named);
                    }
                })
                .chain(role -> switch (role) {
                    case AwsRole aws -> assume(aws, RoleFields.arn(request.iamAssumedRoleArn()), actor);
                    case AzurePrincipal azure -> signIn(azure, newRoles.naming(azure, request), actor);
                    case GcpAccount google -> Uni.createFrom().voidItem();
                })
                .chain(() -> store.get(groupId, roleId));
    }

    Uni<Void> delete(String groupId, Cloud cloud, String roleId, Actor actor) {
        return Detached.run(() -> store.delete(groupId, cloud, roleId, actor));
    }

    /** Load, have it assumed (no session), record. A role in use is also tried on what it opens. */
    private Uni<Void> assume(AwsRole role, String arn, Actor actor) {
        return prove(new RoleQuestion.Aws(role.groupId(), arn, role.externalId()), arn)
                .map(proved -> role.authorized(arn, clock.instant()))
                .chain(wanted -> verify(role, wanted)
                        .chain(verified -> Detached.run(() -> store.authorize(wanted, verified, actor))));
    }

    private Uni<Long> verify(AwsRole current, AwsRole wanted) {
        return Objects.equals(current.arn(), wanted.arn())
                ? Uni.createFrom().item(AwsRoleUsers.NOTHING)
                : keys.verify(wanted);
    }

    /** Load, have our application signed in there (no session), record. */
    private Uni<Void> signIn(AzurePrincipal current, AzurePrincipal wanted, Actor actor) {
        return prove(
                        new RoleQuestion.Azure(wanted.groupId(), wanted.tenantId(), wanted.servicePrincipalId()),
                        wanted.servicePrincipalId())
                .chain(proved -> Detached.run(
                        () -> store.authorize(wanted.authorized(clock.instant()), !wanted.names(current), actor)));
    }

    private Uni<RoleAnswer> prove(RoleQuestion question, String role) {
        return validation.checkRole(question).invoke(answer -> requireAssumable(answer, role));
    }

    private static void requireAssumable(RoleAnswer answer, String role) {
        String words = answer.remedy() == null ? answer.explanation() : answer.explanation() + " " + answer.remedy();
        switch (answer.outcome()) {
            case ASSUMABLE -> {}
            case REFUSED ->
                throw Refusal.of(ErrorCode.CANNOT_ASSUME_ROLE, role)
                        .withDetail("The role [" + role + "] cannot be assumed. " + words);
            case INCONCLUSIVE ->
                throw Refusal.of(ErrorCode.KMS_UNAVAILABLE)
                        .withDetail(
                                "It could not be found out whether the role [" + role + "] can be assumed. " + words)
                        .withRetryAfter(SOON);
        }
    }
}
