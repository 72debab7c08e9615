package io.keyward.validation.provider.aws.call;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which kind of policy denied access. AWS tells it only in the text of the error, so this is the one place that reads such a text. AWS
 * misattributes now and then across accounts, and callers of another organisation get a bare message: {@link #UNNAMED}, which is a denial like any
 * other, to be confirmed.
 */
public enum AccessDenial {
    VPC_ENDPOINT_POLICY("vpc endpoint policy", "the policy of a VPC endpoint on the way"),
    SESSION_POLICY("session policy", "a session policy of ours"),
    SERVICE_CONTROL_POLICY("service control policy", "a service control policy of the customer's organization"),
    RESOURCE_CONTROL_POLICY("resource control policy", "a resource control policy of the customer's organization"),
    PERMISSIONS_BOUNDARY("permissions boundary", "the permissions boundary of the role"),
    /** A statement that denies, possibly to whoever comes another way than the policy wants. */
    EXPLICIT_RESOURCE_POLICY("explicit deny in a resource-based policy", "the key's own policy"),
    RESOURCE_POLICY("resource-based policy", "the key's own policy"),
    IDENTITY_POLICY("identity-based policy", "the permissions of the role"),
    UNNAMED("", "a policy that AWS does not name");

    private final String phrase;
    private final String words;

    AccessDenial(String phrase, String words) {
        this.phrase = phrase;
        this.words = words;
    }

    /** For an operator: who denied. */
    public String words() {
        return words;
    }

    /** Reads the message of an access denial. The first kind that is named wins, those that are not the customer's word before all others. */
    static AccessDenial of(@Nullable String message) {
        String text = message == null ? "" : message.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(denial -> text.contains(denial.phrase))
                .findFirst()
                .orElse(UNNAMED);
    }
}
