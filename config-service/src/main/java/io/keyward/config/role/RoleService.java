package io.keyward.config.role;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
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
import java.util.UUID;

/** Creates roles and authorises them by having them assumed. */
@ApplicationScoped
class RoleService {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RoleStore store;
    private final RoleUsers users;
    private final ValidationClient validation;
    private final Clock clock;

    RoleService(RoleStore store, RoleUsers users, ValidationClient validation, Clock clock) {
        this.store = store;
        this.users = users;
        this.validation = validation;
        this.clock = clock;
    }

    Uni<AwsRole> create(String groupId) {
        AwsRole role =
                new AwsRole(ObjectIds.next(), groupId, UUID.randomUUID().toString(), null, null, clock.instant(), 0);
        return Detached.run(() -> store.create(role)).replaceWith(role);
    }

    Uni<AwsRole> get(String groupId, String roleId) {
        return store.find(groupId, roleId).map(found -> found.orElseThrow(() -> RoleStore.notFound(roleId)));
    }

    /** Load, have it assumed (no session), record. A role in use is also tried on the key it opens. */
    Uni<AwsRole> authorize(String groupId, String roleId, String arn, Actor actor) {
        return get(groupId, roleId)
                .chain(role -> validation
                        .checkRole(new RoleQuestion(groupId, arn, role.externalId()))
                        .invoke(answer -> requireAssumable(answer, arn))
                        .map(answer -> role.authorized(arn, clock.instant()))
                        .chain(wanted -> verify(role, wanted)
                                .chain(verified -> Detached.run(() -> store.authorize(wanted, verified, actor)))))
                .chain(() -> get(groupId, roleId));
    }

    Uni<Void> delete(String groupId, String roleId) {
        return Detached.run(() -> store.delete(groupId, roleId));
    }

    private Uni<Long> verify(AwsRole current, AwsRole wanted) {
        return Objects.equals(current.arn(), wanted.arn())
                ? Uni.createFrom().item(RoleUsers.NOTHING)
                : users.verify(wanted);
    }

    private static void requireAssumable(RoleAnswer answer, String arn) {
        String words = answer.remedy() == null ? answer.explanation() : answer.explanation() + " " + answer.remedy();
        switch (answer.outcome()) {
            case ASSUMABLE -> {}
            case REFUSED ->
                throw Refusal.of(ErrorCode.CANNOT_ASSUME_ROLE, arn)
                        .withDetail("The role [" + arn + "] cannot be assumed. " + words);
            case INCONCLUSIVE ->
                throw Refusal.of(ErrorCode.KMS_UNAVAILABLE)
                        .withDetail("It could not be found out whether the role [" + arn + "] can be assumed. " + words)
                        .withRetryAfter(SOON);
        }
    }
}
