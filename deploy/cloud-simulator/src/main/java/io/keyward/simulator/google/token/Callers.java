package io.keyward.simulator.google.token;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.token.AccessTokens.Grant;
import io.keyward.simulator.google.wire.ErrorDetails;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import io.keyward.simulator.hosts.HostCall;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells who calls an API. */
public final class Callers {

    /** The scope that opens every API. */
    public static final String CLOUD_PLATFORM = "https://www.googleapis.com/auth/cloud-platform";

    private static final String INVALID =
            "Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid"
                    + " authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";
    private static final String MISSING =
            "Request is missing required authentication credential. Expected OAuth 2 access token, login cookie or other valid"
                    + " authentication credential. See https://developers.google.com/identity/sign-in/web/devconsole-project.";

    private final GoogleWorld world;
    private final AccessTokens tokens;
    private final Assertions assertions;
    private final InstantSource realClock;
    private final InstantSource clock;

    Callers(GoogleWorld world, AccessTokens tokens, InstantSource realClock, InstantSource clock) {
        this.world = world;
        this.tokens = tokens;
        this.assertions = new Assertions(world);
        this.realClock = realClock;
        this.clock = clock;
    }

    /**
     * Who calls. What looks like a token of ours, or like one that a service account signed for itself, is verified; anything else is the administrator's.
     *
     * @param scope of the API, beside the one for all of them
     */
    public Caller identify(HostCall call, String scope) {
        String token = call.bearerToken().orElseThrow(() -> refused(call, MISSING, "CREDENTIALS_MISSING"));
        if (token.startsWith(AccessTokens.PREFIX)) {
            return byToken(call, token, scope);
        }
        return Assertion.parse(token)
                .map(assertion -> byAssertion(call, assertion))
                .orElse(Caller.ADMINISTRATOR);
    }

    private Caller byToken(HostCall call, String token, String scope) {
        Grant grant = tokens.open(token).orElseThrow(() -> refused(call, INVALID, "ACCESS_TOKEN_TYPE_UNSUPPORTED"));
        if (grant.expiresAtMillis() <= clock.instant().toEpochMilli()) {
            throw refused(call, INVALID, "ACCESS_TOKEN_EXPIRED");
        }
        ServiceAccount account = world.account(grant.email())
                .filter(living -> living.state() == ServiceAccount.State.ENABLED)
                .filter(living -> living.uniqueId().equals(grant.accountId()))
                .orElseThrow(() -> refused(call, INVALID, "ACCOUNT_STATE_INVALID"));
        if (List.of(CLOUD_PLATFORM, scope).stream().noneMatch(grant.scopes()::contains)) {
            throw new GoogleFault(
                    RpcStatus.PERMISSION_DENIED,
                    "Request had insufficient authentication scopes.",
                    info(call, "ACCESS_TOKEN_SCOPE_INSUFFICIENT"));
        }
        return caller(account);
    }

    /** A service account may also sign for an API directly, naming it as the audience or by its scope. */
    private Caller byAssertion(HostCall call, Assertion assertion) {
        try {
            boolean meant = assertion.claims().audience().equals("https://" + call.host() + "/")
                    || assertion.claims().scopes().contains(CLOUD_PLATFORM);
            return Optional.of(assertions.signer(assertion, realClock.instant()))
                    .filter(signer -> meant)
                    .map(Callers::caller)
                    .orElseThrow(() -> refused(call, INVALID, "ACCESS_TOKEN_TYPE_UNSUPPORTED"));
        } catch (OAuthFault fault) {
            throw refused(call, INVALID, "ACCOUNT_STATE_INVALID");
        }
    }

    private static Caller caller(ServiceAccount account) {
        return new Caller(account.member(), Optional.of(account.project()));
    }

    private static GoogleFault refused(HostCall call, String text, String reason) {
        return new GoogleFault(RpcStatus.UNAUTHENTICATED, text, info(call, reason));
    }

    private static ObjectNode info(HostCall call, String reason) {
        return ErrorDetails.errorInfo(reason, ErrorDetails.GOOGLE, Map.of("service", call.host()));
    }
}
