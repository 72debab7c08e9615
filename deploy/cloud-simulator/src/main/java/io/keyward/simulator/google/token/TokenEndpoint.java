package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.google.token.AccessTokens.Grant;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** {@code https://oauth2.googleapis.com/token}: service accounts get access tokens for what they signed. */
final class TokenEndpoint implements HostedService {

    private static final String HOST = "oauth2.googleapis.com";
    private static final String PATH = "/token";
    private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final List<String> AUDIENCES =
            List.of("https://oauth2.googleapis.com/token", "https://accounts.google.com/o/oauth2/token");
    private static final int LIFETIME_SECONDS = 3599;

    private final Assertions assertions;
    private final AccessTokens tokens;
    private final InstantSource realClock;
    private final InstantSource clock;

    TokenEndpoint(GoogleWorld world, AccessTokens tokens, InstantSource realClock, InstantSource clock) {
        this.assertions = new Assertions(world);
        this.tokens = tokens;
        this.realClock = realClock;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "oauth2";
    }

    @Override
    public boolean answersAt(String host) {
        return host.equals(HOST);
    }

    @Override
    public boolean reachedThrough(String endpoint, String host) {
        return false;
    }

    @Override
    public Subject subjectOf(HostCall call) {
        String account =
                asserted(call).map(assertion -> assertion.claims().issuer()).orElse(Subject.NONE);
        return new Subject(isToken(call) ? "GetToken" : Subject.NONE, Subject.GLOBAL, account);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        try {
            return token(call, footprint);
        } catch (OAuthFault fault) {
            return fault.reply();
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        return switch (trouble) {
            case Trouble.Throttled() ->
                OAuthFault.of(429, "rate_limit_exceeded", "Rate limit exceeded.")
                        .reply();
            case Trouble.Broken(String message) ->
                OAuthFault.of(500, "internal_failure", message).reply();
            case Trouble.Told(String code, String message, Integer status) ->
                OAuthFault.of(
                                Objects.requireNonNullElse(status, 400),
                                Objects.requireNonNullElse(code, "invalid_grant"),
                                Objects.requireNonNullElse(message, "Bad Request"))
                        .reply();
        };
    }

    private HostReply token(HostCall call, Footprint footprint) {
        if (!isToken(call)) {
            throw OAuthFault.of(
                    404, "not_found", "There is nothing at " + call.http().path() + ".");
        }
        Map<String, String> form = call.form();
        String grantType = form.getOrDefault("grant_type", "");
        if (!grantType.equals(JWT_BEARER)) {
            throw OAuthFault.of(400, "unsupported_grant_type", "Invalid grant_type: " + grantType);
        }
        Assertion assertion = asserted(call).orElseThrow(() -> OAuthFault.of(400, "invalid_request", "Bad Request"));
        ServiceAccount account = assertions.signer(assertion, realClock.instant());
        footprint.isOf(account.email());
        if (!AUDIENCES.contains(assertion.claims().audience())) {
            throw OAuthFault.invalidGrant("Invalid JWT: Failed audience check.");
        }
        List<String> scopes = assertion.claims().scopes();
        if (scopes.stream().allMatch(String::isEmpty)) {
            throw OAuthFault.of(400, "invalid_scope", "Invalid OAuth scope or ID token audience provided.");
        }
        long end = clock.instant().plusSeconds(LIFETIME_SECONDS).toEpochMilli();
        String token = tokens.issue(new Grant(account.email(), account.uniqueId(), scopes, end));
        return HostReply.done(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("access_token", token)
                        .put("expires_in", LIFETIME_SECONDS)
                        .put("token_type", "Bearer"));
    }

    private static boolean isToken(HostCall call) {
        return call.method().equals("POST") && call.http().path().equals(PATH);
    }

    private static Optional<Assertion> asserted(HostCall call) {
        return Optional.ofNullable(call.form().get("assertion")).flatMap(Assertion::parse);
    }
}
