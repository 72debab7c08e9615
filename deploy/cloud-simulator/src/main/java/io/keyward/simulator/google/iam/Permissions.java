package io.keyward.simulator.google.iam;

import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.wire.ErrorDetails;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.KeyName;
import io.keyward.simulator.google.world.RingName;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether a caller has a permission: by a role on what is asked for, or on anything that it is in. */
public final class Permissions {

    private final GoogleWorld world;
    private final Roles roles;

    public Permissions(GoogleWorld world) {
        this.world = world;
        this.roles = new Roles(world);
    }

    /** Refuses the caller that lacks a permission on a key, and does not say whether there is such a key. */
    public void require(Caller caller, String permission, KeyName key) {
        require(caller, permission, List.of(key.toString(), key.ring().toString(), project(key.ring())));
    }

    /** The same for a key ring. */
    public void require(Caller caller, String permission, RingName ring) {
        require(caller, permission, List.of(ring.toString(), project(ring)));
    }

    /** The same for the place in which key rings are. */
    public void require(Caller caller, String permission, String project, String location) {
        require(caller, permission, List.of("projects/" + project + "/locations/" + location, "projects/" + project));
    }

    /** Whether the caller has it on this resource or one of those around it. */
    public boolean has(Caller caller, String permission, Stream<String> resources) {
        return resources
                .flatMap(resource -> world.policy(resource).rolesOf(caller.member()))
                .anyMatch(role -> roles.permits(role, permission));
    }

    private void require(Caller caller, String permission, List<String> resources) {
        if (!has(caller, permission, resources.stream())) {
            String resource = resources.getFirst();
            throw new GoogleFault(
                    RpcStatus.PERMISSION_DENIED,
                    "Permission '%s' denied on resource '%s' (or it may not exist).".formatted(permission, resource),
                    ErrorDetails.errorInfo(
                            "IAM_PERMISSION_DENIED",
                            "cloudkms.googleapis.com",
                            Map.of("permission", permission, "resource", resource)));
        }
    }

    private static String project(RingName ring) {
        return "projects/" + ring.project();
    }
}
