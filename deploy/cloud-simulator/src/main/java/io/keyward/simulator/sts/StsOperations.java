package io.keyward.simulator.sts;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.access.AccessControl;
import io.keyward.simulator.access.SessionTokens;
import io.keyward.simulator.call.Invocation;
import io.keyward.simulator.call.Operation;
import io.keyward.simulator.policy.Decision;
import io.keyward.simulator.policy.MalformedPolicyException;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.wire.AwsFault;
import io.keyward.simulator.wire.AwsService;
import io.keyward.simulator.wire.CommonFault;
import io.keyward.simulator.world.Role;
import io.keyward.simulator.world.World;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The operations of STS. */
public final class StsOperations {

    private static final int USUAL_SECONDS = 3600;
    private static final int SHORTEST_SECONDS = 900;
    private static final int LONGEST_SECONDS = 43200;

    private final World world;
    private final AccessControl control;
    private final SessionTokens tokens;

    private StsOperations(World world, AccessControl control, SessionTokens tokens) {
        this.world = world;
        this.control = control;
        this.tokens = tokens;
    }

    public static Map<String, Operation> table(World world, AccessControl control, SessionTokens tokens) {
        StsOperations operations = new StsOperations(world, control, tokens);
        return Map.of("AssumeRole", operations::assumeRole, "GetCallerIdentity", operations::getCallerIdentity);
    }

    private ObjectNode getCallerIdentity(Invocation call) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Arn", call.caller().arn())
                .put("UserId", call.caller().userId())
                .put("Account", call.caller().account());
    }

    private ObjectNode assumeRole(Invocation call) {
        String arn = call.input().required("RoleArn");
        String sessionName = sessionName(call);
        int seconds = seconds(call);
        call.footprint().touches(arn);
        Role role = trusting(call, arn, sessionName);
        if (seconds > role.maxSessionSeconds()) {
            throw CommonFault.VALIDATION.in(
                    AwsService.STS, "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.");
        }
        SessionTokens.Credentials credentials = tokens.issue(
                role,
                sessionName,
                sessionPolicy(call),
                call.now().plusSeconds(seconds).truncatedTo(ChronoUnit.SECONDS));
        return view(role, sessionName, credentials);
    }

    /** The role if it lets the caller in. A role that is not there is refused in the same words as one that does not trust. */
    private Role trusting(Invocation call, String arn, String sessionName) {
        Map<String, List<String>> context = new HashMap<>();
        context.put("sts:RoleSessionName", List.of(sessionName));
        call.input().text("ExternalId").ifPresent(id -> context.put("sts:ExternalId", List.of(id)));
        return world.roles()
                .find(arn)
                .filter(role -> allowed(call, role, context))
                .orElseThrow(() -> CommonFault.ACCESS_DENIED.in(
                        AwsService.STS,
                        "User: %s is not authorized to perform: sts:AssumeRole on resource: %s"
                                .formatted(call.caller().arn(), arn)));
    }

    private boolean allowed(Invocation call, Role role, Map<String, List<String>> context) {
        AccessControl.Resource resource =
                new AccessControl.Resource(role.arn(), role.account(), Optional.of(role.trustPolicy()));
        return control.decide(call.caller(), call.action(), resource, call.conditions(context))
                instanceof Decision.Allowed;
    }

    private static String sessionName(Invocation call) {
        String name = call.input().required("RoleSessionName");
        if (!name.matches("[\\w+=,.@-]{2,64}")) {
            throw call.input()
                    .invalid("RoleSessionName", name, "Member must satisfy regular expression pattern: [\\w+=,.@-]*");
        }
        return name;
    }

    private static int seconds(Invocation call) {
        return call.input().number("DurationSeconds", USUAL_SECONDS, SHORTEST_SECONDS, LONGEST_SECONDS);
    }

    private static @Nullable String sessionPolicy(Invocation call) {
        Optional<String> policy = call.input().text("Policy");
        try {
            policy.ifPresent(PolicyDocument::parse);
        } catch (MalformedPolicyException e) {
            throw new AwsFault("MalformedPolicyDocument", e.problem());
        }
        return policy.orElse(null);
    }

    private static ObjectNode view(Role role, String sessionName, SessionTokens.Credentials credentials) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        result.putObject("Credentials")
                .put("AccessKeyId", credentials.accessKeyId())
                .put("SecretAccessKey", credentials.secretAccessKey())
                .put("SessionToken", credentials.token())
                .put("Expiration", credentials.expiration().toString());
        result.putObject("AssumedRoleUser")
                .put("AssumedRoleId", role.id() + ":" + sessionName)
                .put("Arn", credentials.arn());
        return result;
    }
}
