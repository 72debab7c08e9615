package io.keyward.config.access.token;

import io.keyward.access.Open;
import io.keyward.atlas.MediaTypes;
import io.keyward.config.access.signing.SigningKeys;
import io.keyward.config.access.token.TokenService.Client;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** OAuth 2.0 for service accounts: client credentials for a token, and a token taken back. */
@Path("/api/oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaTypes.KEYWARD_V1)
@Open
public class OAuthResource {
    private static final String GRANT_TYPE = "grant_type";
    private static final String TOKEN = "token";

    private final TokenService service;

    OAuthResource(TokenService service) {
        this.service = service;
    }

    /** A token, good for an hour, for whoever knows a secret of a service account. */
    @POST
    @Path("/token")
    public Uni<Response> token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            MultivaluedMap<String, String> form) {
        return wrong(form, GRANT_TYPE)
                .orElseGet(() -> "client_credentials".equals(form.getFirst(GRANT_TYPE))
                        ? authenticated(authorization, form, client -> service.mint(client)
                                .map(token -> new TokenView(token, SigningKeys.TOKEN_LIFE.toSeconds(), "Bearer"))
                                .map(view -> ok().entity(view).build()))
                        : answer(OAuthError.unsupportedGrantType()));
    }

    /** Makes a token of the account's own worthless; 200 for any other one too, as the RFC wants it. */
    @POST
    @Path("/revoke")
    public Uni<Response> revoke(
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization,
            MultivaluedMap<String, String> form,
            RoutingContext http) {
        String address = http.request().remoteAddress().hostAddress();
        return wrong(form, TOKEN)
                .orElseGet(() -> authenticated(authorization, form, client -> service.revoke(
                                String.valueOf(form.getFirst(TOKEN)), client, address)
                        .map(done -> ok().build())));
    }

    /** The refusal of a form that lacks what it needs, or says something twice. */
    private static Optional<Uni<Response>> wrong(MultivaluedMap<String, String> form, String needed) {
        if (form.values().stream().anyMatch(values -> values.size() > 1)) {
            return Optional.of(answer(OAuthError.invalidRequest("A parameter is given more than once.")));
        }
        String value = form.getFirst(needed);
        return value == null || value.isEmpty()
                ? Optional.of(answer(OAuthError.invalidRequest("The parameter " + needed + " is missing.")))
                : Optional.empty();
    }

    private Uni<Response> authenticated(
            Optional<String> authorization, MultivaluedMap<String, String> form, Function<Client, Uni<Response>> work) {
        return switch (ClientCredentials.of(authorization.orElse(null), form)) {
            case ClientCredentials.Given given ->
                service.authenticate(given)
                        .chain(client -> client.map(work).orElseGet(() -> answer(OAuthError.invalidClient())));
            case ClientCredentials.Missing missing -> answer(OAuthError.invalidClient());
            case ClientCredentials.Twice twice ->
                answer(OAuthError.invalidRequest("The client authenticates in the header and in the body."));
        };
    }

    private static Response.ResponseBuilder ok() {
        return Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    private static Uni<Response> answer(Response response) {
        return Uni.createFrom().item(response);
    }
}
