package io.keyward.endpoint.reconcile;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.endpoint.admission.Admissions;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.lifecycle.Command;
import io.keyward.endpoint.provider.PrivateEndpointProvider.Order;
import io.keyward.endpoint.provider.Providers;
import io.keyward.endpoint.region.Place;
import io.keyward.endpoint.registry.Endpoint;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks: the cloud for what it is to do, and config-service whether an endpoint may be replaced. Whatever comes of it is an answer, and counted. */
@ApplicationScoped
class Commands {
    private final Providers providers;
    private final Admissions admissions;
    private final ReconcileMetrics metrics;

    Commands(Providers providers, Admissions admissions, ReconcileMetrics metrics) {
        this.providers = providers;
        this.admissions = admissions;
        this.metrics = metrics;
    }

    Uni<Answer> perform(Endpoint endpoint, Command command) {
        var provider = providers.get(endpoint.provider());
        var answer =
                switch (command) {
                    case Command.Create ignored ->
                        provider.create(
                                new Order(endpoint.id(), endpoint.groupId(), endpoint.region(), endpoint.service()));
                    case Command.Delete delete -> provider.delete(endpoint.region(), delete.ref());
                    case Command.Replace ignored -> admit(endpoint);
                    case Command.Nothing ignored -> throw new IllegalStateException("nothing is not performed");
                };
        return answer.invoke(said -> metrics.answered(command, said));
    }

    /** Removes something that no record needs. */
    Uni<Answer> remove(Place place, Command.Delete delete) {
        return providers
                .get(place.provider())
                .delete(place.region(), delete.ref())
                .invoke(said -> metrics.answered(delete, said));
    }

    /** The id of the replacement is minted here; it comes to be only if it is recorded. */
    private Uni<Answer> admit(Endpoint lost) {
        var successor = ObjectIds.next();
        return admissions
                .ask(lost.groupId(), lost.provider(), lost.region())
                .<Answer>map(admission -> new Answer.Admitted(successor, admission.stamp()))
                .onFailure(Refusal.class)
                .recoverWithItem(failure -> refused((Refusal) failure));
    }

    private static Answer refused(Refusal refusal) {
        return refusal.code() == ErrorCode.SERVICE_UNAVAILABLE
                ? new Answer.TryLater(refusal.detail())
                : new Answer.Refused(refusal.detail());
    }
}
