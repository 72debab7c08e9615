package io.keyward.simulator.azure.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.wire.AzureFault;
import io.keyward.simulator.azure.wire.AzureReplies;
import io.keyward.simulator.azure.world.Application;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.azure.world.Principal;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Graph at the hosts of all national clouds: an application's secrets, without their values, to the application itself, if it was allowed that. The
 * customer's administrator reads every one.
 */
public final class Graph implements HostedService {

    private static final String OPERATION = "GetApplication";
    private static final Pattern APPLICATION = Pattern.compile("applications\\(appId='([^']+)'\\)");
    private static final String NEVER = "2299-12-31T00:00:00Z";
    private static final int HINT = 3;

    private final AzureWorld world;
    private final AccessTokens tokens;
    private final String administrator;
    private final InstantSource realNow;

    /**
     * @param administrator the client id of whoever may read everything
     * @param realNow the real time, by which tokens end
     */
    public Graph(AzureWorld world, AccessTokens tokens, String administrator, InstantSource realNow) {
        this.world = world;
        this.tokens = tokens;
        this.administrator = administrator;
        this.realNow = realNow;
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public boolean answersAt(String host) {
        return AzureCloud.ofGraph(host).isPresent();
    }

    @Override
    public Subject subjectOf(HostCall call) {
        String asked = clientId(call);
        return new Subject(
                asked.isEmpty() ? Subject.NONE : OPERATION, Subject.GLOBAL, asked.isEmpty() ? Subject.NONE : asked);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        try {
            Claims caller = authenticate(call);
            footprint.isOf(caller.clientId());
            String asked = clientId(call);
            footprint.touches(asked);
            return signed(call, HostReply.done(200, shown(requireReadable(asked, caller))));
        } catch (AzureFault fault) {
            return refused(call, fault);
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        return refused(call, GraphFaults.of(trouble));
    }

    private Claims authenticate(HostCall call) {
        AzureCloud cloud = AzureCloud.ofGraph(call.host()).orElse(AzureCloud.AZURE);
        String token = call.bearerToken().orElseThrow(() -> GraphFaults.noToken("Access token is empty."));
        Claims claims = tokens.read(token, cloud.graphAudience())
                .orElseThrow(() -> GraphFaults.noToken("CompactToken validation failed."));
        if (claims.expiresAt() <= realNow.instant().getEpochSecond()) {
            throw GraphFaults.noToken("Lifetime validation failed, the token is expired.");
        }
        if (!claims.audience().equals(cloud.graphAudience())) {
            throw GraphFaults.noToken("Access token validation failure. Invalid audience.");
        }
        return claims;
    }

    private Application requireReadable(String asked, Claims caller) {
        boolean self = asked.equals(caller.clientId())
                && world.graphGrants()
                        .find(Principal.name(caller.tenantId(), asked))
                        .isPresent();
        if (!self && !caller.clientId().equals(administrator)) {
            throw GraphFaults.forbidden();
        }
        return world.applications().find(asked).orElseThrow(() -> GraphFaults.notFound(asked));
    }

    private static ObjectNode shown(Application application) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put(
                "@odata.context",
                "https://graph.microsoft.com/v1.0/$metadata#applications(passwordCredentials)/$entity");
        var secrets = body.putArray("passwordCredentials");
        for (Application.Secret secret : application.secrets()) {
            secrets.addObject()
                    .putNull("customKeyIdentifier")
                    .put("displayName", secret.id())
                    .put(
                            "endDateTime",
                            secret.endsAt() == null ? NEVER : secret.endsAt().toString())
                    .put(
                            "hint",
                            secret.value()
                                    .substring(0, Math.min(HINT, secret.value().length())))
                    .put("keyId", secret.id())
                    .putNull("secretText");
        }
        return body;
    }

    /** Empty when it is asked for nothing that there is. */
    private static String clientId(HostCall call) {
        List<String> path = call.segments();
        if (!call.method().equals("GET") || path.size() != 2 || !path.getFirst().equals("v1.0")) {
            return "";
        }
        Matcher application = APPLICATION.matcher(path.getLast());
        return application.matches() ? application.group(1) : "";
    }

    private static HostReply signed(HostCall call, HostReply reply) {
        return reply.with("request-id", call.requestId());
    }

    private static HostReply refused(HostCall call, AzureFault fault) {
        return signed(call, AzureReplies.refused(call, fault));
    }
}
