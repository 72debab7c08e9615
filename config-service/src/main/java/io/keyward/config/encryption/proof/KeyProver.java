package io.keyward.config.encryption.proof;

import io.keyward.atlas.region.CloudRegion;
import io.keyward.config.encryption.proof.Inspection.Finding;
import io.keyward.config.encryption.settings.KeyProof.InRegion;
import io.keyward.config.encryption.settings.KmsConfig;
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
import java.util.function.Function;
import java.util.stream.Stream;

/** Has keys opened in the customer's cloud before anything is recorded. Never called with a session open. */
@ApplicationScoped
public class KeyProver {
    private final Openers openers;
    private final ValidationClient validation;
    private final Clock clock;

    KeyProver(Openers openers, ValidationClient validation, Clock clock) {
        this.openers = openers;
        this.validation = validation;
        this.clock = clock;
    }

    /**
     * Opens the key with that access, in its own region and in those of {@code needed} where it can have another name; in the latter only if its own
     * region gives no reason to refuse it.
     */
    Uni<Inspection> inspect(String groupId, KmsConfig wanted, Opening opening, Set<CloudRegion> needed) {
        return look(groupId, wanted, opening).chain(home -> elsewhere(groupId, home, opening, needed)
                .map(others -> new Inspection(
                        opening.access(),
                        needed,
                        Stream.concat(Stream.of(home), others.stream()).toList())));
    }

    private Uni<List<Finding>> elsewhere(String groupId, Finding home, Opening opening, Set<CloudRegion> needed) {
        boolean worthALook =
                switch (home.answer().outcome()) {
                    case VALID -> true;
                    case INCONCLUSIVE -> home.key().requirePrivateNetworking();
                    case REVOKED, UNUSABLE -> false;
                };
        return worthALook
                ? inRegions(needed, home.key(), home.name(), there -> look(groupId, there, opening)
                        .map(Optional::of))
                : Uni.createFrom().item(List.of());
    }

    /**
     * Where else the key is. Any answer but "there is none" counts as found, and so does none: a private endpoint may be what is missing.
     *
     * @param name full name of the key
     */
    public Uni<List<InRegion>> find(String groupId, KmsConfig wanted, String name, Set<? extends CloudRegion> regions) {
        return openers.access(groupId, wanted.opener())
                .map(Opening::of)
                .chain(opening -> inRegions(regions, wanted, name, there -> look(groupId, there, opening)
                        .map(this::foundUnlessAbsent)
                        .onFailure()
                        .recoverWithItem(Optional.of(InRegion.untried(there.region(), there.key())))))
                .map(found -> found.stream()
                        .sorted(Comparator.comparing(InRegion::region, CloudRegion.ORDER))
                        .toList());
    }

    private Uni<Finding> look(String groupId, KmsConfig wanted, Opening opening) {
        return Uni.createFrom()
                .deferred(() -> validation.checkKey(QuestionRules.question(groupId, wanted, opening)))
                .map(answer -> new Finding(wanted, answer));
    }

    /** Asks for all of them at once; ends on the context it began on, where the caller may open a session. */
    private static <T> Uni<List<T>> inRegions(
            Collection<? extends CloudRegion> regions,
            KmsConfig wanted,
            String name,
            Function<KmsConfig, Uni<Optional<T>>> look) {
        Context home = Objects.requireNonNull(Vertx.currentContext(), "not on a Vert.x context");
        return Multi.createFrom()
                .iterable(regions)
                .filter(region -> !region.equals(wanted.region()))
                .onItem()
                .transformToUniAndMerge(region -> wanted.nameIn(region, name)
                        .map(there -> look.apply(wanted.named(region, there)))
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
