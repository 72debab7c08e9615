package io.keyward.config.role.api;

import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.Refusal;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.AzurePrincipal;
import io.keyward.config.role.CloudRole;
import io.keyward.config.role.GcpAccount;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes of a request the role that is asked for, or refuses it. Made at the start, so that a wrong setting shows there. */
@Startup
@ApplicationScoped
class NewRoles {
    private final RoleConfig config;
    private final Clock clock;

    NewRoles(RoleConfig config, Clock clock) {
        config.gcpProject().ifPresent(NewRoles::requireProject);
        config.azureApplicationId().ifPresent(NewRoles::requireApplication);
        this.config = config;
        this.clock = clock;
    }

    CloudRole make(String groupId, RoleRequest request) {
        String id = ObjectIds.next();
        Instant now = clock.instant();
        return switch (RoleFields.cloud("providerName", request.providerName())) {
            case AWS -> new AwsRole(id, groupId, UUID.randomUUID().toString(), null, null, now, 0);
            case AZURE ->
                new AzurePrincipal(
                        id,
                        groupId,
                        RoleFields.uuid("tenantId", request.tenantId()),
                        RoleFields.uuid("servicePrincipalId", request.servicePrincipalId()),
                        application(request.atlasAzureAppId()),
                        null,
                        now,
                        now,
                        0);
            case GCP -> new GcpAccount(id, groupId, serviceAccount(groupId), false, now);
        };
    }

    /** The service principal that a request names: what it does not say stays, but for the application, which is always ours. */
    AzurePrincipal naming(AzurePrincipal current, RoleRequest request) {
        return current.naming(
                request.tenantId() == null ? current.tenantId() : RoleFields.uuid("tenantId", request.tenantId()),
                request.servicePrincipalId() == null
                        ? current.servicePrincipalId()
                        : RoleFields.uuid("servicePrincipalId", request.servicePrincipalId()),
                application(request.atlasAzureAppId()),
                clock.instant());
    }

    /** Ours; who names another one means another installation, as whose application we cannot sign in. */
    private String application(@Nullable String sent) {
        String ours = config.azureApplicationId()
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_PROVIDER, "AZURE")
                        .withDetail(
                                "This installation has no application at Azure, so that there is nobody who could be"
                                        + " let in. Its operators set one with keyward.azure.application-id."))
                .toLowerCase(Locale.ROOT);
        if (sent != null && !RoleFields.uuid("atlasAzureAppId", sent).equals(ours)) {
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, "atlasAzureAppId")
                    .withDetail("atlasAzureAppId must be " + ours
                            + ", the application of this installation: make the service"
                            + " principal for that one. It can be left out.")
                    .withField("atlasAzureAppId", "must be " + ours);
        }
        return ours;
    }

    private String serviceAccount(String groupId) {
        return config.gcpProject()
                .map(project -> RoleRules.serviceAccount(groupId, project))
                .orElseThrow(() -> Refusal.of(ErrorCode.INVALID_PROVIDER, "GCP")
                        .withDetail("This installation has no Google Cloud project, so that there is no service account"
                                + " that could be let in. Its operators set one with keyward.role.gcp-project."));
    }

    private static void requireProject(String project) {
        if (!RoleRules.isGcpProject(project)) {
            throw new IllegalArgumentException("keyward.role.gcp-project (" + project
                    + ") must be p- and 24 characters out of 0-9 and a-z, for clients insist on it");
        }
    }

    private static void requireApplication(String application) {
        if (!RoleRules.isUuid(application)) {
            throw new IllegalArgumentException(
                    "keyward.role.azure-application-id (" + application + ") must be a UUID");
        }
    }
}
