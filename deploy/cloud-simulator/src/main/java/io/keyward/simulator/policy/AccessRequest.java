package io.keyward.simulator.policy;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One question to the policies.
 *
 * @param action such as {@code kms:Decrypt}
 * @param resource the ARN acted on, or {@code *} for actions that have none
 * @param resourceAccount the account that owns the resource
 * @param context condition keys in lower case with their values; a key that is not there is absent from the request
 */
public record AccessRequest(
        Principal principal,
        String action,
        String resource,
        String resourceAccount,
        Map<String, List<String>> context) {

    public AccessRequest {
        Map<String, List<String>> all = new HashMap<>();
        context.forEach((key, values) -> all.put(key.toLowerCase(Locale.ROOT), values));
        all.put("aws:principalarn", List.of(principal.conditionArn()));
        all.put("aws:principalaccount", List.of(principal.account()));
        all.put("aws:resourceaccount", List.of(resourceAccount));
        context = Map.copyOf(all);
    }

    boolean crossAccount() {
        return !principal.account().equals(resourceAccount);
    }
}
