package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.iam.Roles;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.wire.Fields;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.Policy;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Who may do what with a key or a key ring. */
record KeyPolicies(KeyAccess access) {

    private static final String ACCOUNT = "serviceAccount:";

    ObjectNode get(KmsRequest request) {
        return view(world().policy(resource(request, "getIamPolicy")));
    }

    ObjectNode set(KmsRequest request) {
        String resource = resource(request, "setIamPolicy");
        Policy policy = new Policy(request.body().object("policy").objects("bindings").stream()
                .map(this::binding)
                .toList());
        world().policies().put(resource, policy);
        return view(policy);
    }

    /** Those of the permissions asked about that the caller has. */
    ObjectNode test(KmsRequest request) {
        Stream<String> around = Stream.of(
                request.path().resource(),
                request.ring().toString(),
                "projects/" + request.path().project());
        List<String> resources = around.distinct().toList();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode held = result.putArray("permissions");
        request.body().texts("permissions").stream()
                .filter(permission -> access.permissions().has(request.caller(), permission, resources.stream()))
                .forEach(held::add);
        return result;
    }

    private String resource(KmsRequest request, String verb) {
        return request.path().key().isPresent()
                ? access.key(request, "cloudkms.cryptoKeys." + verb).name().toString()
                : access.ring(request, "cloudkms.keyRings." + verb).name().toString();
    }

    private Policy.Binding binding(Fields wanted) {
        String role = wanted.required("role");
        if (!new Roles(world()).has(role)) {
            throw new GoogleFault(RpcStatus.INVALID_ARGUMENT, "Role " + role + " is not supported for this resource.");
        }
        List<String> members = wanted.texts("members");
        members.stream()
                .filter(member -> member.startsWith(ACCOUNT))
                .map(member -> member.substring(ACCOUNT.length()))
                .filter(email -> world().account(email).isEmpty())
                .findFirst()
                .ifPresent(email -> {
                    throw new GoogleFault(RpcStatus.INVALID_ARGUMENT, "Service account " + email + " does not exist.");
                });
        return new Policy.Binding(role, members);
    }

    private GoogleWorld world() {
        return access.world();
    }

    private static ObjectNode view(Policy policy) {
        ObjectNode view = JsonNodeFactory.instance.objectNode().put("version", 1);
        byte[] tag = Integer.toHexString(policy.hashCode()).getBytes(StandardCharsets.US_ASCII);
        view.put("etag", Base64.getEncoder().encodeToString(tag));
        ArrayNode bindings = view.putArray("bindings");
        for (Policy.Binding binding : policy.bindings()) {
            ArrayNode members = bindings.addObject().put("role", binding.role()).putArray("members");
            binding.members().forEach(members::add);
        }
        return view;
    }
}
