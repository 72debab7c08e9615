package io.keyward.simulator.iam;

import com.fasterxml.jackson.databind.node.ArrayNode;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/** The operations of IAM. Roles belong to the caller's account. */
public final class IamOperations {

    private static final int USUAL_SESSION_SECONDS = 3600;

    private final World world;
    private final AccessControl control;

    private IamOperations(World world, AccessControl control) {
        this.world = world;
        this.control = control;
    }

    public static Map<String, Operation> table(World world, AccessControl control) {
        IamOperations operations = new IamOperations(world, control);
        return Map.of(
                "CreateRole", operations::createRole,
                "GetRole", operations::getRole,
                "DeleteRole", operations::deleteRole,
                "UpdateAssumeRolePolicy", operations::updateAssumeRolePolicy,
                "PutRolePolicy", operations::putRolePolicy,
                "GetRolePolicy", operations::getRolePolicy,
                "DeleteRolePolicy", operations::deleteRolePolicy,
                "ListRolePolicies", operations::listRolePolicies);
    }

    private ObjectNode createRole(Invocation call) {
        String path = call.input().text("Path", "/");
        String arn = "arn:aws:iam::" + call.caller().account() + ":role" + path + name(call);
        require(call, arn);
        if (find(call).isPresent()) {
            throw new AwsFault("EntityAlreadyExists", "Role with name " + name(call) + " already exists.", 409);
        }
        int longest = call.input().number("MaxSessionDuration", USUAL_SESSION_SECONDS, 3600, 43200);
        String trust = document(call, "AssumeRolePolicyDocument");
        String id = SessionTokens.uniqueId("AROA");
        Role role = new Role(arn, id, path, trust, Map.of(), longest, call.now().truncatedTo(ChronoUnit.SECONDS));
        world.roles().put(arn, role);
        return view(role);
    }

    private ObjectNode getRole(Invocation call) {
        return view(permitted(call));
    }

    private ObjectNode deleteRole(Invocation call) {
        Role role = permitted(call);
        if (!role.policies().isEmpty()) {
            throw new AwsFault("DeleteConflict", "Cannot delete entity, must delete policies first.", 409);
        }
        world.roles().remove(role.arn());
        return empty();
    }

    private ObjectNode updateAssumeRolePolicy(Invocation call) {
        Role role = permitted(call);
        world.roles().put(role.arn(), role.withTrustPolicy(document(call, "PolicyDocument")));
        return empty();
    }

    private ObjectNode putRolePolicy(Invocation call) {
        Role role = permitted(call);
        String policyName = call.input().required("PolicyName");
        world.roles().put(role.arn(), role.withPolicy(policyName, document(call, "PolicyDocument")));
        return empty();
    }

    private ObjectNode getRolePolicy(Invocation call) {
        Role role = permitted(call);
        String policyName = call.input().required("PolicyName");
        String document = role.policies().getOrDefault(policyName, "");
        if (document.isEmpty()) {
            throw noSuchPolicy(policyName);
        }
        return empty().put("RoleName", role.name())
                .put("PolicyName", policyName)
                .put("PolicyDocument", encoded(document));
    }

    private ObjectNode deleteRolePolicy(Invocation call) {
        Role role = permitted(call);
        String policyName = call.input().required("PolicyName");
        if (!role.policies().containsKey(policyName)) {
            throw noSuchPolicy(policyName);
        }
        world.roles().put(role.arn(), role.withoutPolicy(policyName));
        return empty();
    }

    private ObjectNode listRolePolicies(Invocation call) {
        ObjectNode result = empty();
        ArrayNode names = result.putArray("PolicyNames");
        permitted(call).policies().keySet().forEach(names::add);
        return result.put("IsTruncated", false);
    }

    private Role permitted(Invocation call) {
        Role role = find(call)
                .orElseThrow(() ->
                        new AwsFault("NoSuchEntity", "The role with name " + name(call) + " cannot be found.", 404));
        require(call, role.arn());
        return role;
    }

    private Optional<Role> find(Invocation call) {
        String name = name(call);
        return world.roles().all().stream()
                .filter(role -> role.account().equals(call.caller().account()))
                .filter(role -> role.name().equals(name))
                .findFirst();
    }

    private void require(Invocation call, String arn) {
        call.footprint().touches(arn);
        AccessControl.Resource role =
                new AccessControl.Resource(arn, call.caller().account(), Optional.empty());
        Decision decision = control.decide(call.caller(), call.action(), role, call.conditions(Map.of()));
        if (decision instanceof Decision.Denied denied) {
            throw CommonFault.ACCESS_DENIED.in(
                    AwsService.IAM,
                    "User: %s is not authorized to perform: %s on resource: %s %s"
                            .formatted(call.caller().arn(), call.action(), arn, denied.because(call.action())));
        }
    }

    private static String name(Invocation call) {
        String name = call.input().required("RoleName");
        if (!name.matches("[\\w+=,.@-]{1,64}")) {
            throw call.input()
                    .invalid("RoleName", name, "Member must satisfy regular expression pattern: [\\w+=,.@-]+");
        }
        return name;
    }

    private static String document(Invocation call, String field) {
        String document = call.input().required(field);
        try {
            PolicyDocument.parse(document);
            return document;
        } catch (MalformedPolicyException e) {
            throw new AwsFault("MalformedPolicyDocument", e.problem());
        }
    }

    private static AwsFault noSuchPolicy(String name) {
        return new AwsFault("NoSuchEntity", "The role policy with name " + name + " cannot be found.", 404);
    }

    private static ObjectNode view(Role role) {
        ObjectNode result = empty();
        result.putObject("Role")
                .put("Path", role.path())
                .put("RoleName", role.name())
                .put("RoleId", role.id())
                .put("Arn", role.arn())
                .put("CreateDate", role.createdAt().toString())
                .put("AssumeRolePolicyDocument", encoded(role.trustPolicy()))
                .put("MaxSessionDuration", role.maxSessionSeconds());
        return result;
    }

    /** IAM hands documents out percent-encoded. */
    private static String encoded(String document) {
        return URLEncoder.encode(document, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static ObjectNode empty() {
        return JsonNodeFactory.instance.objectNode();
    }
}
