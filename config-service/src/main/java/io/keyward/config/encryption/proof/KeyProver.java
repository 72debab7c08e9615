package io.keyward.config.encryption.proof;

import io.keyward.atlas.region.AwsRegion;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.RegionRules;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.config.validation.KeyQuestion;
import io.keyward.config.validation.ValidationClient;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Has keys opened in the customer's cloud before anything is recorded. Never called with a session open. */
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
     * Opens the key with that role, in its own region and in those of {@code needed} where it can have a replica; in the latter only if its own
     * region gives no reason to refuse it.
     */
    Uni<Inspection> inspect(AwsKms wanted, AwsRole role, Set<AwsRegion> needed) {
        return look(wanted, role).chain(home -> replicas(home, role, needed)
                .map(replicas -> new Inspection(
                        arn(role),
                        needed,
                        Stream.concat(Stream.of(home), replicas.stream()).toList())));
    }

    private Uni<List<Finding>> replicas(Finding home, AwsRole role, Set<AwsRegion> needed) {
        boolean worthALook =
                switch (home.answer().outcome()) {
                    case VALID -> true;
                    case INCONCLUSIVE -> home.key().requirePrivateNetworking();
                    case REVOKED, UNUSABLE -> false;
                };
        return worthALook
                ? inRegions(needed, home.key(), home.arn(), (replica, arn) -> look(replica, role)
                        .map(Optional::of))
                : Uni.createFrom().item(List.of());
    }

    /**
     * Where else the key is. Any answer but "there is none" counts as found, and so does none: a private endpoint may be what is missing.
     *
     * @param arn full name of the key
     */
    public Uni<List<InRegion>> find(String groupId, AwsKms wanted, String arn, Set<AwsRegion> regions) {
        return role(groupId, wanted.roleId())
                .chain(role -> inRegions(regions, wanted, arn, (replica, replicaArn) -> look(replica, role)
                        .map(this::foundUnlessAbsent)
                        .onFailure()
                        .recoverWithItem(Optional.of(InRegion.untried(replica.region(), replicaArn)))))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(InRegion::region))
                        .toList());
    }

    /** The role of that id; fails with the refusal when the project has none. */
    Uni<AwsRole> role(String groupId, String roleId) {
        return roles.find(groupId, roleId)
                .map(role -> role.orElseThrow(() -> EncryptionRefusals.of(new EncryptionError.RoleNotFound(roleId))));
    }

    private static String arn(AwsRole role) {
        return role.authorizedArn()
                .orElseThrow(() -> EncryptionRefusals.of(new EncryptionError.RoleNotAuthorized(role.id())));
    }

    private Uni<Finding> look(AwsKms wanted, AwsRole role) {
        return Uni.createFrom()
                .deferred(() -> validation.checkKey(new KeyQuestion(
                        role.groupId(),
                        "AWS",
                        wanted.key(),
                        wanted.region().cloudName(),
                        arn(role),
                        role.externalId(),
                        wanted.requirePrivateNetworking())))
                .map(answer -> new Finding(wanted, answer));
    }

    /** Asks for all replicas at once; ends on the context it began on, where the caller may open a session. */
    private static <T> Uni<List<T>> inRegions(
            Collection<AwsRegion> regions,
            AwsKms wanted,
            String arn,
            BiFunction<AwsKms, String, Uni<Optional<T>>> look) {
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
                .map(found -> found.stream().flatMap(Optional::stream).toList());
    }

    private Optional<InRegion> foundUnlessAbsent(Finding finding) {
        return finding.isAbsent() ? Optional.empty() : Optional.of(ProofRules.inRegion(finding, clock.instant()));
    }
}
