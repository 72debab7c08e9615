package io.keyward.simulator.access;

import io.keyward.simulator.policy.AccessRequest;
import io.keyward.simulator.policy.Decision;
import io.keyward.simulator.policy.PolicyDocument;
import io.keyward.simulator.policy.PolicyRules;
import io.keyward.simulator.policy.PolicySet;
import io.keyward.simulator.world.Guardrail;
import io.keyward.simulator.world.World;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Collects every policy that has a say in a request and asks the rules. */
public final class AccessControl {

    /**
     * What is acted on.
     *
     * @param arn the resource, or {@code *}
     * @param policy its own policy, when it is of a kind that has one
     */
    public record Resource(String arn, String account, Optional<String> policy) {}

    private static final int REMEMBERED = 10_000;

    private final World world;
    private final Map<String, PolicyDocument> parsed = new ConcurrentHashMap<>();

    public AccessControl(World world) {
        this.world = world;
    }

    /** @param context condition keys of this request; {@code aws:SourceVpce} among them chooses the endpoint's policy */
    public Decision decide(Caller caller, String action, Resource resource, Map<String, List<String>> context) {
        AccessRequest request =
                new AccessRequest(caller.principal(), action, resource.arn(), resource.account(), context);
        Optional<String> endpoint =
                context.getOrDefault("aws:SourceVpce", List.of()).stream().findFirst();
        return PolicyRules.decide(
                request,
                new PolicySet(
                        guardrail(Guardrail.Kind.SERVICE_CONTROL, caller.account()),
                        guardrail(Guardrail.Kind.RESOURCE_CONTROL, resource.account()),
                        endpoint.flatMap(this::ofEndpoint),
                        resource.policy().map(this::parse),
                        caller.identityPolicies().stream().map(this::parse).toList(),
                        guardrail(Guardrail.Kind.PERMISSIONS_BOUNDARY, caller.boundaryTarget()),
                        caller.sessionPolicy().map(this::parse)));
    }

    /** The endpoint's own policy, unless one was put in its place. */
    private Optional<PolicyDocument> ofEndpoint(String id) {
        return guardrail(Guardrail.Kind.VPC_ENDPOINT, id)
                .or(() -> world.endpoints().find(id).map(found -> parse(found.policy())));
    }

    private Optional<PolicyDocument> guardrail(Guardrail.Kind kind, String target) {
        if (world.guardrails().isEmpty()) {
            return Optional.empty();
        }
        return world.guardrails().find(Guardrail.name(kind, target)).map(found -> parse(found.policy()));
    }

    /** Documents are parsed once: a check asks three times a second, and the text hardly ever changes. */
    private PolicyDocument parse(String document) {
        if (parsed.size() > REMEMBERED) {
            parsed.clear();
        }
        return parsed.computeIfAbsent(document, PolicyDocument::parse);
    }
}
