package io.keyward.validation.provider.azure;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.FindingRules;
import io.keyward.validation.check.role.RoleCheck;
import io.keyward.validation.check.role.RoleCheck.Outcome;
import io.keyward.validation.check.role.RoleRef.AzurePrincipal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an attempt to enter a tenant amounts to, in words for an operator. */
final class AzureRoleWords {
    private static final String AGAIN = "Try again in a moment.";

    private AzureRoleWords() {}

    /** @param objectId as whom we were let in, where the token says so */
    static RoleCheck entered(AzurePrincipal role, Optional<String> objectId, List<Call> calls) {
        return objectId.filter(id -> !id.equalsIgnoreCase(role.servicePrincipalId()))
                .map(other -> check(
                        Outcome.REFUSED,
                        role,
                        "The tenant " + role.tenantId() + " lets Keyward's application in as the service principal "
                                + other + ", not as " + role.servicePrincipalId() + ".",
                        "Name " + other + ": it is what the key vault's access is granted to.",
                        calls))
                .orElseGet(() -> check(
                        Outcome.ASSUMABLE,
                        role,
                        "Keyward's application was let into the tenant as that service principal.",
                        null,
                        calls));
    }

    /** A no of the tenant's is a refusal; what may be our own fault, or was no answer, is none. */
    static RoleCheck refused(AzurePrincipal role, Failure failure, List<Call> calls) {
        return switch (FindingRules.failed(AzureOperations.TOKEN, failure, false, false)) {
            case Finding.Taken ignored ->
                check(
                        Outcome.REFUSED,
                        role,
                        "The tenant " + role.tenantId() + " does not let Keyward's application in (" + failure.words()
                                + ").",
                        "Make the application's service principal there (az ad sp create --id, with the id that atlasAzureAppId shows), and"
                                + " see that it is enabled.",
                        calls);
            case Finding.Wrong ignored ->
                check(
                        Outcome.REFUSED,
                        role,
                        "Entra knows no tenant " + role.tenantId() + " (" + failure.words() + ").",
                        "Check tenantId: it is the directory id of the tenant that the key vault belongs to.",
                        calls);
            case Finding.NoAnswer silence
            when silence.cause() == Cause.NETWORK_POLICY ->
                check(
                        Outcome.REFUSED,
                        role,
                        "Conditional access of the tenant " + role.tenantId() + " keeps Keyward's application out ("
                                + failure.words() + ").",
                        "Let in the addresses that controlPlaneIPAddresses lists.",
                        calls);
            case Finding.NoAnswer silence -> inconclusive(role, silence, calls);
            case Finding.Works ignored -> throw new IllegalStateException("a failure that works");
        };
    }

    static RoleCheck timedOut(AzurePrincipal role, List<Call> calls) {
        return check(Outcome.INCONCLUSIVE, role, "Entra did not answer in time.", AGAIN, calls);
    }

    private static RoleCheck inconclusive(AzurePrincipal role, Finding.NoAnswer silence, List<Call> calls) {
        var told = " (" + silence.failure().words() + ")";
        return silence.cause() == Cause.OUR_CREDENTIALS
                ? check(
                        Outcome.INCONCLUSIVE,
                        role,
                        "Keyward's own application is not accepted" + told
                                + ", so nothing was learned about the customer's tenant.",
                        "Whoever runs Keyward: check " + AzureVocabulary.WORDS.ourSettings()
                                + ". Customers have nothing to do.",
                        calls)
                : check(Outcome.INCONCLUSIVE, role, "Entra gave no usable answer" + told + ".", AGAIN, calls);
    }

    private static RoleCheck check(
            Outcome outcome, AzurePrincipal role, String explanation, @Nullable String remedy, List<Call> calls) {
        return new RoleCheck(outcome, new Evidence(role.servicePrincipalId(), explanation, remedy, calls));
    }
}
