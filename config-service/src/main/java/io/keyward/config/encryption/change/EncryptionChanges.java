package io.keyward.config.encryption.change;

import io.keyward.atlas.Refusal;
import io.keyward.atlas.region.Cloud;
import io.keyward.config.encryption.merge.Proposal;
import io.keyward.config.encryption.proof.EncryptionRefusals;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.encryption.situation.PrivateNetworkingRules;
import io.keyward.config.encryption.situation.PrivateNetworkingRules.Ending;
import io.keyward.config.encryption.situation.ProjectSituation;
import io.keyward.config.encryption.situation.Situation;
import io.keyward.config.encryption.store.EncryptionStore;
import io.keyward.config.encryption.store.EncryptionStore.Change;
import io.keyward.config.encryption.store.EncryptionStore.ProviderChange;
import io.keyward.config.endpoint.EndpointClient;
import io.keyward.config.endpoint.PrivateEndpoint;
import io.keyward.contracts.Actor;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries a change of a KMS configuration out: endpoint-service closes the project where endpoints would be left behind, what is new about the keys
 * is proved with the customer's clouds, and only then the change is recorded, of all providers together. No session is open while others are asked.
 */
@ApplicationScoped
public class EncryptionChanges {
    private static final int ATTEMPTS = 3;

    private final ChangeAssessor assessor;
    private final Closings closings;
    private final EndpointClient endpoints;
    private final EncryptionStore store;

    EncryptionChanges(ChangeAssessor assessor, Closings closings, EndpointClient endpoints, EncryptionStore store) {
        this.assessor = assessor;
        this.closings = closings;
        this.endpoints = endpoints;
        this.store = store;
    }

    /** Makes what is proposed the project's configuration, or fails with the refusal and changes nothing. */
    public Uni<Void> apply(ProjectSituation now, Proposal proposal, Actor actor) {
        List<Cloud> providers = now.state().config().differing(proposal.next());
        providers.forEach(provider -> PrivateNetworkingRules.obstacle(now.of(provider), proposal.key(provider))
                .map(EncryptionRefusals::of)
                .ifPresent(EncryptionChanges::refuse));
        return each(providers, provider -> prove(now.of(provider), proposal))
                .map(proved -> new Change(proposal, now.state().version(), proved))
                .chain(change -> record(now, change, actor, ATTEMPTS))
                .invoke(error -> error.map(EncryptionRefusals::of).ifPresent(EncryptionChanges::refuse))
                .replaceWithVoid();
    }

    /** What would become of what is proposed. Closes nothing and records nothing. */
    public Uni<Forecast> forecast(ProjectSituation now, Proposal proposal) {
        return each(now.state().config().differing(proposal.next()), provider -> forecast(now.of(provider), proposal))
                .map(ForecastRules::together);
    }

    private Uni<Forecast> forecast(Situation now, Proposal proposal) {
        return (now.state().isPrivate()
                        ? endpoints.ask(now.state().groupId(), now.provider())
                        : Uni.createFrom().item(List.<PrivateEndpoint>of()))
                .chain(existing -> assessor.assess(now, proposal, existing))
                .map(found -> ForecastRules.forecast(now, found));
    }

    /**
     * Closes before anything is proved: while there are endpoints nobody asks for the key over the internet, not even to find out whether the project
     * could do without them. A project that moves to another key is closed as well, so that none is made for the former key meanwhile.
     */
    private Uni<ProviderChange> prove(Situation now, Proposal proposal) {
        Optional<KmsConfig> next = proposal.key(now.provider());
        Optional<Ending> ending = PrivateNetworkingRules.ending(now.state(), next);
        boolean matters = ending.isPresent() || PrivateNetworkingRules.mayChangeKeyPrivately(now.state(), next);
        return (matters ? closings.close(now.state(), ending) : Uni.createFrom().item(Closings.Closing.NONE))
                .chain(closing -> assessor.assess(now, proposal, closing.existing())
                        .invoke(found -> found.blockers().stream().findFirst().ifPresent(EncryptionChanges::refuse))
                        .map(found -> new ProviderChange(now.provider(), found.proof(), closing.stamp())));
    }

    /** An endpoint that is admitted between closing and recording makes the recording fail: then it is seen by the next closing. */
    private Uni<Optional<EncryptionError>> record(ProjectSituation now, Change change, Actor actor, int attempts) {
        return store.record(now.state().groupId(), change, actor)
                .chain(error -> attempts > 1
                                && error.equals(Optional.of(new EncryptionError.AdmittedMeanwhile()))
                                && change.providers().stream().allMatch(one -> isRepeatable(now, change, one))
                        ? each(change.providers(), one -> closedAgain(now, change, one))
                                .map(closed -> new Change(change.proposal(), change.version(), closed))
                                .chain(closed -> record(now, closed, actor, attempts - 1))
                        : Uni.createFrom().item(error));
    }

    /** What was proved beside endpoints that were there may be another matter with one more. */
    private static boolean isRepeatable(ProjectSituation now, Change change, ProviderChange one) {
        return one.closed().isEmpty() || ending(now, change, one).isPresent();
    }

    private Uni<ProviderChange> closedAgain(ProjectSituation now, Change change, ProviderChange one) {
        Optional<Ending> ending = ending(now, change, one);
        return ending.isEmpty()
                ? Uni.createFrom().item(one)
                : closings.close(now.of(one.provider()).state(), ending)
                        .map(closing -> one.closedAt(closing.stamp().orElseThrow()));
    }

    private static Optional<Ending> ending(ProjectSituation now, Change change, ProviderChange one) {
        return PrivateNetworkingRules.ending(
                now.of(one.provider()).state(), change.proposal().key(one.provider()));
    }

    /** One after the other; the first that fails ends it. */
    private static <T, R> Uni<List<R>> each(List<T> items, Function<T, Uni<R>> work) {
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(work::apply)
                .collect()
                .asList();
    }

    private static void refuse(Refusal refusal) {
        throw refusal;
    }
}
