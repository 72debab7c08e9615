package io.keyward.simulator.google.iam;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.token.Caller;
import io.keyward.simulator.google.wire.ErrorDetails;
import io.keyward.simulator.google.wire.GoogleFault;
import io.keyward.simulator.google.wire.RpcStatus;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.Project;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands before an API: the project that a call is counted for and the one that it asks for things of must be there, paid for, have the API enabled
 * and quota left, and the perimeter around the latter must let the caller in.
 */
public final class Admission {

    private static final String SERVICE = "cloudkms.googleapis.com";
    private static final String CONSOLE = "https://console.developers.google.com/";
    private static final int UNIQUE_ID = 40;

    private final GoogleWorld world;
    private final SecureRandom random = new SecureRandom();

    public Admission(GoogleWorld world) {
        this.world = world;
    }

    /** Refuses a call that does not come through. */
    public void admit(Caller caller, Project.Quota quota, String asked) {
        Stream.concat(caller.project().stream(), Stream.of(asked))
                .distinct()
                .flatMap(id -> world.project(id).stream())
                .forEach(project -> requireSound(project, quota));
        world.project(asked).ifPresent(project -> requireInside(caller, project));
    }

    /** What is said to too many calls. */
    public static GoogleFault exhausted(Project project, Project.Quota quota) {
        return new GoogleFault(
                RpcStatus.RESOURCE_EXHAUSTED,
                "Quota exceeded for quota metric '%s' and limit '%s per minute' of service '%s' for consumer 'project_number:%s'."
                        .formatted(quota.title(), quota.title(), SERVICE, project.number()),
                ErrorDetails.errorInfo(
                        "RATE_LIMIT_EXCEEDED",
                        ErrorDetails.GOOGLE,
                        Map.of(
                                "service",
                                SERVICE,
                                "consumer",
                                consumer(project),
                                "quota_metric",
                                SERVICE + "/" + quota.metric(),
                                "quota_limit",
                                quota.title().replace(" ", "") + "PerMinutePerProject",
                                "quota_location",
                                "global")));
    }

    private void requireSound(Project project, Project.Quota quota) {
        Project.Standing standing = project.standing();
        if (!standing.active()) {
            throw denied("Project #" + project.number() + " has been deleted.", "CONSUMER_INVALID", project);
        }
        if (!standing.billing()) {
            throw denied(
                    "This API method requires billing to be enabled. Please enable billing on project #%1$s by visiting %2$sbilling/enable?project=%1$s then retry. If you enabled billing for this project recently, wait a few minutes for the action to propagate to our systems and retry."
                            .formatted(project.number(), CONSOLE),
                    "BILLING_DISABLED",
                    project);
        }
        if (!standing.cloudKms()) {
            throw serviceDisabled(project);
        }
        if (project.exhausted().contains(quota)) {
            throw exhausted(project, quota);
        }
    }

    private static GoogleFault serviceDisabled(Project project) {
        String activation = "%sapis/api/%s/overview?project=%s".formatted(CONSOLE, SERVICE, project.number());
        return new GoogleFault(
                RpcStatus.PERMISSION_DENIED,
                "Cloud Key Management Service (KMS) API has not been used in project %s before or it is disabled. Enable it by visiting %s then retry. If you enabled this API recently, wait a few minutes for the action to propagate to our systems and retry."
                        .formatted(project.number(), activation),
                reason("SERVICE_DISABLED", project),
                ErrorDetails.help("Google developers console API activation", activation));
    }

    private void requireInside(Caller caller, Project project) {
        boolean inside = Optional.ofNullable(project.perimeter())
                .map(members -> members.contains(caller.member()))
                .orElse(true);
        if (!inside && !caller.equals(Caller.ADMINISTRATOR)) {
            String id = uniqueId();
            throw new GoogleFault(
                    RpcStatus.PERMISSION_DENIED,
                    "Request is prohibited by organization's policy. vpcServiceControlsUniqueIdentifier: " + id,
                    ErrorDetails.precondition("VPC_SERVICE_CONTROLS", Map.of("description", id)),
                    ErrorDetails.errorInfo(
                            "SECURITY_POLICY_VIOLATED",
                            ErrorDetails.GOOGLE,
                            Map.of("service", SERVICE, "consumer", consumer(project), "uid", id)));
        }
    }

    private String uniqueId() {
        byte[] id = new byte[UNIQUE_ID];
        random.nextBytes(id);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id);
    }

    private static GoogleFault denied(String text, String reason, Project project) {
        return new GoogleFault(RpcStatus.PERMISSION_DENIED, text, reason(reason, project));
    }

    private static ObjectNode reason(String reason, Project project) {
        return ErrorDetails.errorInfo(
                reason, ErrorDetails.GOOGLE, Map.of("service", SERVICE, "consumer", consumer(project)));
    }

    private static String consumer(Project project) {
        return "projects/" + project.number();
    }
}
