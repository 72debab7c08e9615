package io.keyward.validation.alert.notification.people;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.keyward.access.peer.ConfigServiceToken;
import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/** The people as config-service knows them. */
@DefaultBean
@ApplicationScoped
class RemotePeople implements People {
    private final OwnersClient client;

    RemotePeople(@RestClient OwnersClient client) {
        this.client = client;
    }

    @Override
    public Uni<Crowd> of(String groupId) {
        return client.get(groupId).map(Document::crowd);
    }

    /** config-service's internal port. */
    @RegisterRestClient(configKey = "config-service")
    @RegisterProvider(ConfigServiceToken.class)
    @Path("/internal/v1/projects/{groupId}/owners")
    interface OwnersClient {

        /** 404 when there is no such project. */
        @GET
        @Produces(MediaType.APPLICATION_JSON)
        Uni<Document> get(@PathParam("groupId") String groupId);
    }

    /**
     * What config-service answers.
     *
     * @param members null when it is of an older version
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Document(List<Person> owners, @Nullable List<Crowd.Member> members) {
        Crowd crowd() {
            return new Crowd(owners.stream().map(Person::email).toList(), members == null ? List.of() : members);
        }
    }

    /** One of the owners. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Person(String email) {}
}
