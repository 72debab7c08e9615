package io.keyward.config.endpoint;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** endpoint-service's internal port, as it is on the wire. */
@RegisterRestClient(configKey = "endpoint")
@RegisterProvider(EndpointServiceToken.class)
@Path("/internal/v1/projects/{groupId}")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface EndpointApi {
    @GET
    @Path("/endpoints")
    Uni<Endpoints> list(@PathParam("groupId") String groupId, @QueryParam("provider") String provider);

    @POST
    @Path("/closings")
    Uni<Endpoints> close(@PathParam("groupId") String groupId, Closing closing);

    /** From now on no endpoint is made for an admission with a stamp below this one. */
    record Closing(String provider, long stamp) {}

    /** All endpoints that exist, whatever their state. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Endpoints(List<PrivateEndpoint> endpoints) {
        /** Refuses an answer without a list: that is not the same as none. */
        public Endpoints {
            endpoints = List.copyOf(endpoints);
        }
    }
}
