package io.keyward.validation.hint.event;

import io.keyward.access.Open;
import io.keyward.atlas.MediaTypes;
import io.keyward.messaging.Detached;
import io.keyward.validation.hint.aws.AwsHints;
import io.keyward.validation.hint.aws.EventBridgeEvent;
import io.keyward.validation.hint.azure.AzureHints;
import io.keyward.validation.hint.azure.EventGridEvent;
import io.keyward.validation.hint.google.GoogleHints;
import io.keyward.validation.hint.google.PubSubPush;
import io.keyward.validation.hint.source.HintGate;
import io.keyward.validation.keyuse.ChecksDue;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Where customers' clouds send hints to. Open to the gate of API keys; {@link HintGate} lets in whoever has the token of a hint source. */
@Path("/api/keyward/v1/hints")
@Produces(MediaTypes.KEYWARD_V1)
@Open
public class HintsResource {
    private static final int ACCEPTED = 202;
    private static final String CLOUD_EVENT = "application/cloudevents+json";
    private static final Duration A_MOMENT = Duration.ofMillis(250);

    private final HintIntakeStore store;
    private final Event<ChecksDue> checksDue;

    HintsResource(HintIntakeStore store, Event<ChecksDue> checksDue) {
        this.store = store;
        this.checksDue = checksDue;
    }

    /** Takes an event of EventBridge, and has the keys checked that it may be about. Sent again, it does nothing. */
    @POST
    @Path("/aws")
    @Consumes(MediaTypes.KEYWARD_V1)
    @ResponseStatus(ACCEPTED)
    public Uni<HintReply> takeFromAws(@NotNull @Valid EventBridgeEvent event, @Context RoutingContext http) {
        return take(http, event.id(), AwsHints.concernOf(event));
    }

    /** The same for an event of Event Grid. */
    @POST
    @Path("/azure")
    @Consumes({MediaTypes.KEYWARD_V1, CLOUD_EVENT})
    @ResponseStatus(ACCEPTED)
    public Uni<HintReply> takeFromAzure(@NotNull @Valid EventGridEvent event, @Context RoutingContext http) {
        return take(http, event.id(), AzureHints.concernOf(event));
    }

    /** Lets Event Grid know that it may send: what it asks before it sends anything, of anybody (CloudEvents 1.0, Web Hooks for Event Delivery, 4). */
    @OPTIONS
    @Path("/azure")
    public Response allowEventGrid() {
        return Response.ok()
                .header("WebHook-Allowed-Origin", "eventgrid.azure.net")
                .header("WebHook-Allowed-Rate", "*")
                .build();
    }

    /** The same for a message that Pub/Sub pushes. */
    @POST
    @Path("/gcp")
    @Consumes(MediaTypes.KEYWARD_V1)
    @ResponseStatus(ACCEPTED)
    public Uni<HintReply> takeFromGoogle(@NotNull @Valid PubSubPush push, @Context RoutingContext http) {
        return take(http, push.message().messageId(), GoogleHints.concernOf(push));
    }

    private Uni<HintReply> take(RoutingContext http, String eventId, Concern concern) {
        var source = HintGate.sourceOf(http);
        return Detached.run(() -> store.take(source, eventId, concern)).invoke(this::wake);
    }

    /** A key that was checked just now is due a moment later. */
    private void wake(HintReply reply) {
        if (reply.checks() > 0) {
            checksDue.fire(ChecksDue.now());
            checksDue.fire(new ChecksDue(A_MOMENT));
        }
    }
}
