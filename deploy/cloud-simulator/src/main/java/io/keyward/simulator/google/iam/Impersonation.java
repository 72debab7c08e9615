package io.keyward.simulator.google.iam;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.token.Tokens;
import io.keyward.simulator.google.wire.ApiTroubles;
import io.keyward.simulator.google.wire.ErrorDetails;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code iamcredentials.googleapis.com}: whoever may do so gets access tokens of another service account. */
public final class Impersonation implements HostedService {

    private static final String HOST = "iamcredentials.googleapis.com";
    private static final Pattern PATH =
            Pattern.compile("/v1/projects/[^/]+/serviceAccounts/([^/:]+):generateAccessToken");
    private static final String PERMISSION = "iam.serviceAccounts.getAccessToken";
    private static final String SCOPE = "https://www.googleapis.com/auth/iam";
    private static final Duration LONGEST = Duration.ofHours(1);

    private final GoogleWorld world;
    private final Tokens tokens;
    private final Permissions permissions;
    private final Caller product;

    /** @param product who may become any of the accounts that the product gives to its customers */
    public Impersonation(GoogleWorld world, Tokens tokens, Permissions permissions, Caller product) {
        this.world = world;
        this.tokens = tokens;
        this.permissions = permissions;
        this.product = product;
    }

    @Override
    public String name() {
        return "iamcredentials";
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
        return target(call)
                .map(email -> new Subject("GenerateAccessToken", Subject.GLOBAL, email))
                .orElse(Subject.UNKNOWN);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        try {
            String email = target(call).orElseThrow(() -> new GoogleFault(RpcStatus.NOT_FOUND, "Method not found."));
            footprint.touches(email);
            Caller caller = tokens.callers().identify(call, SCOPE);
            footprint.isOf(caller.address());
            requirePermission(caller, email);
            return token(Fields.of(call.http().body()), email);
        } catch (GoogleFault fault) {
            return fault.reply();
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        return ApiTroubles.reply(
                trouble,
                HOST,
                new GoogleFault(
                        RpcStatus.RESOURCE_EXHAUSTED,
                        "Quota exceeded for quota metric 'Generate Credentials requests' of service '" + HOST + "'.",
                        ErrorDetails.errorInfo("RATE_LIMIT_EXCEEDED", ErrorDetails.GOOGLE, Map.of("service", HOST))));
    }

    private void requirePermission(Caller caller, String email) {
        boolean ours = GoogleWorld.madeByTheProduct(email) && caller.equals(product);
        Stream<String> resources = Stream.of("serviceAccounts/" + email, "projects/" + ServiceAccount.projectOf(email));
        if (!ours && !permissions.has(caller, PERMISSION, resources)) {
            throw new GoogleFault(
                    RpcStatus.PERMISSION_DENIED,
                    "Permission '" + PERMISSION + "' denied on resource (or it may not exist).",
                    ErrorDetails.errorInfo(
                            "IAM_PERMISSION_DENIED", "iam.googleapis.com", Map.of("permission", PERMISSION)));
        }
    }

    private HostReply token(Fields body, String email) {
        ServiceAccount account = world.account(email)
                .orElseThrow(
                        () -> new GoogleFault(RpcStatus.NOT_FOUND, "Not found; Gaia id not found for email " + email));
        if (account.state() == ServiceAccount.State.DISABLED) {
            throw new GoogleFault(RpcStatus.FAILED_PRECONDITION, "Service account " + email + " is disabled.");
        }
        List<String> scopes = body.texts("scope");
        if (scopes.isEmpty()) {
            throw Fields.invalid("scope", "is required");
        }
        Duration lifetime = body.duration("lifetime").orElse(LONGEST);
        if (lifetime.isNegative() || lifetime.isZero() || lifetime.compareTo(LONGEST) > 0) {
            throw Fields.invalid("lifetime", "must be between 1s and 3600s");
        }
        Instant end = tokens.now().plus(lifetime);
        return HostReply.done(
                200,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("accessToken", tokens.issue(account, scopes, end))
                        .put("expireTime", end.truncatedTo(ChronoUnit.SECONDS).toString()));
    }

    private static Optional<String> target(HostCall call) {
        Matcher matcher = PATH.matcher(String.join(
                "/", Stream.concat(Stream.of(""), call.segments().stream()).toList()));
        return call.method().equals("POST") && matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
