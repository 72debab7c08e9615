package io.keyward.simulator.ec2;

import io.keyward.simulator.call.Input;
import io.keyward.simulator.policy.MalformedPolicyException;
import io.keyward.simulator.policy.PolicyDocument;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Parameters as EC2 flattens them: {@code SubnetId.1}, {@code Filter.2.Value.1}. */
record Parameters(Input input) {

    private static final Set<String> NOT_OF_THE_REQUEST = Set.of("Action", "Version", "ClientToken");

    String required(String name) {
        return input.text(name).orElseThrow(() -> Ec2Faults.missing(name));
    }

    /** Everything called {@code name.1}, {@code name.2} and so on, up to the first that is not there. */
    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        Optional<String> next = input.text(name + ".1");
        while (next.isPresent()) {
            values.add(next.get());
            next = input.text(name + "." + (values.size() + 1));
        }
        return values;
    }

    List<Filter> filters() {
        return numbered("Filter", "Name").stream()
                .map(prefix -> Filter.of(required(prefix + "Name"), list(prefix + "Value")))
                .toList();
    }

    /** The tags that are meant for a VPC endpoint. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String specification : numbered("TagSpecification", "ResourceType")) {
            String type = required(specification + "ResourceType");
            if (!type.equals("vpc-endpoint")) {
                throw Ec2Faults.invalid("resourceType", type, "Only vpc-endpoint is tagged here.");
            }
            numbered(specification + "Tag", "Key")
                    .forEach(tag -> tags.put(required(tag + "Key"), input.text(tag + "Value", "")));
        }
        return Collections.unmodifiableMap(tags);
    }

    Optional<String> policy() {
        Optional<String> document = input.text("PolicyDocument").filter(text -> !text.isEmpty());
        try {
            document.ifPresent(PolicyDocument::parse);
            return document;
        } catch (MalformedPolicyException e) {
            throw Ec2Faults.invalidPolicy(e.problem());
        }
    }

    /** What two requests have in common when all their parameters are the same, but for the client token. */
    String fingerprint() {
        Map<String, String> sorted = new TreeMap<>();
        input.fields()
                .properties()
                .forEach(field -> sorted.put(field.getKey(), field.getValue().asText()));
        sorted.keySet().removeAll(NOT_OF_THE_REQUEST);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(sorted.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Prefixes {@code name.1.}, {@code name.2.} … of structures that have the given field. */
    private List<String> numbered(String name, String field) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> name + "." + number + ".")
                .takeWhile(prefix -> input.text(prefix + field).isPresent())
                .toList();
    }
}
