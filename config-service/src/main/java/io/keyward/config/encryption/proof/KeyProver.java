package io.keyward.config.encryption.proof;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.RegionRules;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.config.validation.CheckReason;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyQuestion;
import io.keyward.config.validation.ValidationClient;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Has a wanted key opened in the customer's cloud before anything is recorded. Never called with a session open. */
@ApplicationScoped
public class KeyProver {
    private final RoleStore roles;
    private final ValidationClient validation;
    private final Clock clock;

    KeyProver(RoleStore roles, ValidationClient validation, Clock clock) {
        this.roles = roles;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Opens the key with the role of the configuration, in its own region and in those of {@code needed} where it has a replica; fails with the
     * refusal when it does not open in one of them.
     */
    public Uni<KeyProof> prove(String groupId, AwsKms wanted, Set<AwsRegion> needed) {
        return role(groupId, wanted).chain(role -> prove(wanted, role, needed));
    }

    /** The same with that role, which may not be stored yet as it is given. */
    public Uni<KeyProof> prove(AwsKms wanted, AwsRole role, Set<AwsRegion> needed) {
        return check(wanted, role).map(answer -> opened(wanted, answer)).chain(home -> inRegions(
                        needed, wanted, home.arn(), (replica, arn) -> check(replica, role)
                                .map(answer -> openedIfThere(replica, answer)))
                .map(replicas -> new KeyProof(arn(role), home, replicas)));
    }

    /**
     * Where else the key is. Any answer but "there is none" counts as found, and so does none: a private endpoint may be what is missing.
     *
     * @param arn full name of the key
     */
    public Uni<List<InRegion>> find(String groupId, AwsKms wanted, String arn, Set<AwsRegion> regions) {
        return role(groupId, wanted)
                .chain(role -> inRegions(regions, wanted, arn, (replica, replicaArn) -> check(replica, role)
                        .map(answer -> foundUnlessAbsent(replica, answer))
                        .onFailure()
                        .recoverWithItem(Optional.of(InRegion.untried(replica.region(), replicaArn)))));
    }

    private Uni<AwsRole> role(String groupId, AwsKms wanted) {
        return roles.find(groupId, wanted.roleId())
                .map(role -> role.orElseThrow(
                        () -> EncryptionRefusals.of(new EncryptionError.RoleNotFound(wanted.roleId()))));
    }

    private static String arn(AwsRole role) {
        return role.authorizedArn()
                .orElseThrow(() -> EncryptionRefusals.of(new EncryptionError.RoleNotAuthorized(role.id())));
    }

    private Uni<KeyAnswer> check(AwsKms wanted, AwsRole role) {
        return validation.checkKey(new KeyQuestion(
                role.groupId(),
                "AWS",
                wanted.key(),
                wanted.region().cloudName(),
                arn(role),
                role.externalId(),
                wanted.requirePrivateNetworking()));
    }

    /** Asks for all replicas at once; ends on the context it began on, where the caller may open a session. */
    private static Uni<List<InRegion>> inRegions(
            Collection<AwsRegion> regions,
            AwsKms wanted,
            String arn,
            BiFunction<AwsKms, String, Uni<Optional<InRegion>>> look) {
        Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return Multi.createFrom()
                .iterable(regions)
                .filter(region -> region != wanted.region())
                .onItem()
                .transformToUniAndMerge(region -> RegionRules.replicaArn(arn, region)
                        .map(replica -> look.apply(wanted.replica(region, replica), replica))
                        .orElse(Uni.createFrom().item(Optional.empty())))
                .collect()
                .asList()
                .emitOn(task -> home.runOnContext(ignored -> task.run()))
                .map(found -> found.stream()
                        .flatMap(Optional::stream)
                        .sorted(Comparator.comparing(InRegion::region))
                        .toList());
    }

    private InRegion opened(AwsKms wanted, KeyAnswer answer) {
        return switch (answer.outcome()) {
            case VALID -> found(wanted, answer, true);
            case REVOKED, UNUSABLE -> throw KeyRefusals.of(answer, wanted);
            case INCONCLUSIVE -> pending(wanted, answer);
        };
    }

    private Optional<InRegion> openedIfThere(AwsKms wanted, KeyAnswer answer) {
        return isAbsent(answer) ? Optional.empty() : Optional.of(opened(wanted, answer));
    }

    private Optional<InRegion> foundUnlessAbsent(AwsKms wanted, KeyAnswer answer) {
        return isAbsent(answer)
                ? Optional.empty()
                : Optional.of(found(wanted, answer, answer.outcome() == KeyAnswer.Outcome.VALID));
    }

    private static boolean isAbsent(KeyAnswer answer) {
        return switch (answer.outcome()) {
            case VALID, INCONCLUSIVE -> false;
            case REVOKED, UNUSABLE -> CheckReason.parse(answer.reason()).isAbsence();
        };
    }

    /** Behind private networking a key may be out of reach until its endpoint stands: accepted, and not valid yet. */
    private InRegion pending(AwsKms wanted, KeyAnswer answer) {
        if (!wanted.requirePrivateNetworking()) {
            throw KeyRefusals.of(answer, wanted);
        }
        if (!wanted.isArn()) {
            throw EncryptionRefusals.of(new EncryptionError.ArnNeeded(wanted.key()));
        }
        return new InRegion(wanted.region(), wanted.key(), false, madeAt(answer));
    }

    private InRegion found(AwsKms wanted, KeyAnswer answer, boolean valid) {
        String arn = wanted.isArn() || answer.key() == null ? wanted.key() : answer.key();
        return new InRegion(wanted.region(), arn, valid, madeAt(answer));
    }

    /** By the clock of whoever made the check, for verdicts are compared with it and carry that clock's times. */
    private Instant madeAt(KeyAnswer answer) {
        return answer.callsMade().stream()
                .map(ProviderCall::at)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }
}
