package io.keyward.e2e.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** What was called in the simulated cloud, in order, as AWS's own trail would show it. */
public final class Trail {
    /** The path of calls that go over the internet. */
    public static final String PUBLIC = "public";

    private static final Set<String> USES = Set.of("DescribeKey", "Encrypt", "Decrypt");

    private final Control control;

    public Trail(URI cloud) {
        control = new Control(cloud);
    }

    /**
     * One call.
     *
     * @param number grows with every call
     * @param path {@link #PUBLIC}, or the id of a VPC endpoint
     * @param caller an ARN; empty when nobody was recognised
     * @param resource the ARN of the key or role, or the id of the endpoint; empty when it did not get so far
     * @param outcome {@code OK}, an error code, or the disturbance that swallowed the call
     * @param executed whether it was carried out, whatever came of its answer
     * @param disturbance what struck it, such as {@code HANG}; empty when nothing did
     */
    public record Call(
            long number,
            String service,
            String operation,
            String region,
            String path,
            String caller,
            String resource,
            String outcome,
            boolean executed,
            String disturbance) {

        /** Whether it went over the internet. */
        public boolean isPublic() {
            return path.equals(PUBLIC);
        }
    }

    /** Number of the latest call so far; 0 when there was none. */
    public long latest() {
        List<Call> calls = since(0, call -> true);
        return calls.isEmpty() ? 0 : calls.getLast().number();
    }

    /** The calls after the one of that number that are {@code wanted}. */
    public List<Call> since(long number, Predicate<Call> wanted) {
        List<Call> calls = new ArrayList<>();
        control.get("log?after=" + number).path("entries").forEach(entry -> calls.add(call(entry)));
        return calls.stream().filter(wanted).toList();
    }

    /** Keyward's uses of one key after the call of that number, by whatever path; the customer's own calls are not among them. */
    public List<Call> usesOf(String keyArn, long number) {
        return since(
                number,
                call -> call.service().equals("kms")
                        && call.resource().equals(keyArn)
                        && USES.contains(call.operation())
                        && call.caller().contains(":assumed-role/"));
    }

    /** Calls of EC2 that make, look at or remove endpoints, in that region. */
    public List<Call> endpointCalls(String region, String operation) {
        return since(
                0,
                call -> call.service().equals("ec2")
                        && call.region().equals(region)
                        && call.operation().equals(operation));
    }

    private static Call call(JsonNode entry) {
        return new Call(
                entry.path("number").asLong(),
                entry.path("service").asText(),
                entry.path("operation").asText(),
                entry.path("region").asText(),
                entry.path("path").asText(),
                entry.path("caller").asText(""),
                entry.path("resource").asText(""),
                entry.path("outcome").asText(),
                entry.path("executed").asBoolean(),
                entry.path("disturbance").asText(""));
    }
}
