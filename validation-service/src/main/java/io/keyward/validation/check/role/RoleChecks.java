package io.keyward.validation.check.role;

import io.keyward.validation.check.role.RoleRef.AwsRole;
import io.keyward.validation.check.role.RoleRef.AzurePrincipal;
import io.keyward.validation.check.role.RoleRef.GoogleAccount;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** The one way to check a role, whichever its cloud. */
@ApplicationScoped
public class RoleChecks {
    private final RoleChecker<AwsRole> aws;
    private final RoleChecker<AzurePrincipal> azure;
    private final RoleChecker<GoogleAccount> google;

    RoleChecks(RoleChecker<AwsRole> aws, RoleChecker<AzurePrincipal> azure, RoleChecker<GoogleAccount> google) {
        this.aws = aws;
        this.azure = azure;
        this.google = google;
    }

    /** Must be subscribed to on a Vert.x context, and answers on the same one. A failure is a bug of ours. */
    public Uni<RoleCheck> check(RoleRef role) {
        return switch (role) {
            case AwsRole awsRole -> aws.check(awsRole);
            case AzurePrincipal principal -> azure.check(principal);
            case GoogleAccount account -> google.check(account);
        };
    }
}
