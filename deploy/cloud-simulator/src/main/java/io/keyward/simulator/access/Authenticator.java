package io.keyward.simulator.access;

import io.keyward.simulator.policy.Principal;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.wire.HttpCall;
import io.keyward.simulator.wire.SigV4;
import io.keyward.simulator.wire.Signature;
import io.keyward.simulator.world.Role;
import io.keyward.simulator.world.User;
import io.keyward.simulator.world.World;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds out who signed a request.
 *
 * <p>Access keys that are known (users, sessions) must have signed it correctly. A static access key that is not known is taken for
 * the administrator of the customer's account, unverified, so that any SDK with any credentials can play the customer.
 */
public final class Authenticator {

    private static final String ALLOW_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
    private static final String INVALID_TOKEN = "The security token included in the request is invalid.";
    private static final String SESSION_KEY_PREFIX = "ASIA";

    private final World world;
    private final SessionTokens tokens;
    private final String customerAccount;

    public Authenticator(World world, SessionTokens tokens, String customerAccount) {
        this.world = world;
        this.tokens = tokens;
        this.customerAccount = customerAccount;
    }

    /**
     * @param realNow what signatures are compared to
     * @param simulatedNow what sessions expire by
     */
    public Caller authenticate(
            HttpCall call, Signature signature, AwsService service, Instant realNow, Instant simulatedNow) {
        String accessKeyId = signature.accessKeyId();
        Optional<User> user = world.users().find(accessKeyId);
        if (user.isPresent()) {
            return user(user.get(), call, signature, service, realNow);
        }
        if (accessKeyId.startsWith(SESSION_KEY_PREFIX)) {
            SessionTokens.Known known = call.header("x-amz-security-token")
                    .flatMap(token -> tokens.open(token, accessKeyId))
                    .orElseThrow(() -> CommonFault.INVALID_CLIENT_TOKEN.in(service, INVALID_TOKEN));
            verify(call, signature, known.secret(), service, realNow);
            return session(known.session(), service, simulatedNow);
        }
        Principal administrator = Principal.user(customerAccount, "administrator");
        return new Caller(administrator, "AIDAADMINISTRATOR0000", List.of(ALLOW_ALL), Optional.empty());
    }

    private Caller user(User user, HttpCall call, Signature signature, AwsService service, Instant now) {
        if (!user.active()) {
            throw CommonFault.INVALID_CLIENT_TOKEN.in(service, INVALID_TOKEN);
        }
        verify(call, signature, user.secretAccessKey(), service, now);
        Principal principal = Principal.user(user.account(), user.name());
        return new Caller(
                principal, "AIDA" + user.name().toUpperCase(Locale.ROOT), List.of(user.policy()), Optional.empty());
    }

    private Caller session(Session session, AwsService service, Instant now) {
        if (session.expiresAtMillis() <= now.toEpochMilli()) {
            throw CommonFault.EXPIRED_TOKEN.in(service, "The security token included in the request is expired");
        }
        List<String> policies = world.roles()
                .find(session.roleArn())
                .filter(role -> role.id().equals(session.roleId()))
                .map(Role::policies)
                .map(byName -> List.copyOf(byName.values()))
                .orElse(List.of());
        Principal principal = new Principal(session.arn(), session.account(), session.roleArn());
        String userId = session.roleId() + ":" + session.name();
        return new Caller(principal, userId, policies, Optional.ofNullable(session.policy()));
    }

    private static void verify(HttpCall call, Signature signature, String secret, AwsService service, Instant now) {
        switch (SigV4.verify(call, signature, secret, now)) {
            case SigV4.Verdict.Genuine() -> {}
            case SigV4.Verdict.Refused(String message) -> throw refusal(service, message);
        }
    }

    private static AwsFault refusal(AwsService service, String message) {
        return CommonFault.SIGNATURE_MISMATCH.in(service, message);
    }
}
