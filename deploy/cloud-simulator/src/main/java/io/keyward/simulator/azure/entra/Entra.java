package io.keyward.simulator.azure.entra;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.azure.access.AccessTokens;
import io.keyward.simulator.azure.world.AzureCloud;
import io.keyward.simulator.azure.world.AzureWorld;
import io.keyward.simulator.call.Footprint;
import io.keyward.simulator.hosts.HostCall;
import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.HostedService;
import io.keyward.simulator.hosts.Subject;
import io.keyward.simulator.hosts.Trouble;
import java.time.InstantSource;
import java.util.List;

/** Entra at the hosts of all national clouds. */
public final class Entra implements HostedService {

    /** What can be asked for. */
    private enum Question {
        TOKEN("Token"),
        INSTANCE("InstanceDiscovery"),
        OPEN_ID("OpenIdConfiguration"),
        KEYS("Keys"),
        NOTHING(Subject.NONE);

        private final String operation;

        Question(String operation) {
            this.operation = operation;
        }
    }

    private final TokenEndpoint tokens;
    private final InstantSource now;
    private final InstantSource realNow;

    /** @param now the simulated time */
    public Entra(AzureWorld world, AccessTokens tokens, InstantSource now, InstantSource realNow) {
        this.tokens = new TokenEndpoint(world, tokens);
        this.now = now;
        this.realNow = realNow;
    }

    @Override
    public String name() {
        return "entra";
    }

    @Override
    public boolean answersAt(String host) {
        return AzureCloud.ofLogin(host).isPresent();
    }

    @Override
    public Subject subjectOf(HostCall call) {
        Question question = question(call);
        String client = question == Question.TOKEN ? call.form().getOrDefault("client_id", Subject.NONE) : Subject.NONE;
        return new Subject(question.operation, Subject.GLOBAL, client);
    }

    @Override
    public HostReply serve(HostCall call, Footprint footprint) {
        AzureCloud cloud = AzureCloud.ofLogin(call.host()).orElse(AzureCloud.AZURE);
        String tenant = call.segments().isEmpty() ? "" : call.segments().getFirst();
        try {
            return switch (question(call)) {
                case TOKEN -> token(call, cloud, tenant, footprint);
                case INSTANCE -> HostReply.done(200, Discovery.instance(cloud, tenant));
                case OPEN_ID -> HostReply.done(200, Discovery.openId(cloud, tenant));
                case KEYS -> HostReply.done(200, noKeys());
                case NOTHING -> trouble(call, new Trouble.Told("not_found", "There is nothing at this path.", 404));
            };
        } catch (EntraFault fault) {
            return EntraReplies.refused(call, fault, now.instant());
        }
    }

    @Override
    public HostReply trouble(HostCall call, Trouble trouble) {
        return EntraReplies.trouble(call, trouble, now.instant());
    }

    private HostReply token(HostCall call, AzureCloud cloud, String tenant, Footprint footprint) {
        String client = call.form().getOrDefault("client_id", Subject.NONE);
        footprint.isOf(client);
        footprint.touches(client);
        ObjectNode token = tokens.token(cloud, tenant, call.form(), now.instant(), realNow.instant());
        return HostReply.done(200, token).with("x-ms-request-id", call.requestId());
    }

    private static ObjectNode noKeys() {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.putArray("keys");
        return body;
    }

    private static Question question(HostCall call) {
        List<String> path = call.segments();
        if (path.size() < 2) {
            return Question.NOTHING;
        }
        return switch (String.join("/", path.subList(1, path.size()))) {
            case "oauth2/v2.0/token" -> call.method().equals("POST") ? Question.TOKEN : Question.NOTHING;
            case "discovery/instance" -> Question.INSTANCE;
            case "v2.0/.well-known/openid-configuration", ".well-known/openid-configuration" -> Question.OPEN_ID;
            case "discovery/v2.0/keys" -> Question.KEYS;
            default -> Question.NOTHING;
        };
    }
}
