package io.keyward.simulator.azure.arm.resource;

import io.keyward.simulator.hosts.HostCall;
import java.util.List;
import java.util.Optional;

/** What a path of the resource manager asks for. Its parts are at fixed places, since each operation has one path. */
public record ArmRequest(ArmOperation operation, List<String> segments) {

    private static final int SUBSCRIPTION = 1;
    private static final int GROUP = 3;
    private static final int PROVIDER = 3;
    private static final int LOCATION = 5;
    private static final int RESOURCE = 7;
    private static final int CHILD = 9;

    /** Empty when there is no such operation. */
    public static Optional<ArmRequest> of(HostCall call) {
        List<String> segments = call.segments();
        return ArmOperation.of(call.method(), segments).map(operation -> new ArmRequest(operation, segments));
    }

    public String subscription() {
        return segments.get(SUBSCRIPTION);
    }

    String group() {
        return segments.get(GROUP);
    }

    /** The namespace of a resource provider. */
    String provider() {
        return segments.get(PROVIDER);
    }

    /** Of operations and deleted vaults. */
    String location() {
        return segments.get(LOCATION);
    }

    /** The name of the vault, deleted vault, endpoint or operation. */
    String resource() {
        return segments.get(RESOURCE);
    }

    /** The name of the vault's connection. */
    String connection() {
        return segments.get(CHILD);
    }

    /** What roles are given at. */
    public String scope() {
        return "/" + String.join("/", segments);
    }

    /** The id of the vault that this is about, or whose connection. */
    String vaultId() {
        return "/" + String.join("/", segments.subList(0, RESOURCE + 1));
    }
}
