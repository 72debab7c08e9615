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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** OAuth 2.0 for service accounts: client credentials for a token, and a token taken back. */
@Path("/api/oauth")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@Produces(MediaTypes.KEYWARD_V1)
@Open
public class OAuthResource {
    private final TokenService service;

    OAuthResource(TokenService service) {
        this.service = service;
    }

    /** A token, good for an hour, for whoever knows a secret of a service account. */
    @POST
    @Path("/token")
    public Uni<Response> token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) Optional<String> authorization, @Nullable String body) {
        return with(
                body,
                "grant_type",
                (form, grantType) -> grantType.equals("client_credentials")
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
            @Nullable String body,
            @Context RoutingContext http) {
        String address = http.request().remoteAddress().hostAddress();
        return with(
                body,
                "token",
                (form, token) -> authenticated(authorization, form, client -> service.revoke(token, client, address)
                        .map(done -> ok().build())));
    }

    /** What becomes of a form that can be read and has the parameter without which there is nothing to do. */
    private static Uni<Response> with(
            @Nullable String body, String needed, BiFunction<OAuthForm, String, Uni<Response>> work) {
        return OAuthForm.parse(body)
                .map(form -> form.get(needed)
                        .map(value -> work.apply(form, value))
                        .orElseGet(() -> answer(OAuthError.invalidRequest("The parameter " + needed + " is missing."))))
                .orElseGet(() -> answer(
                        OAuthError.invalidRequest("The form cannot be read, or gives a parameter more than once.")));
    }

    private Uni<Response> authenticated(
            Optional<String> authorization, OAuthForm form, Function<Client, Uni<Response>> work) {
        return switch (ClientCredentials.of(authorization, form)) {
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
