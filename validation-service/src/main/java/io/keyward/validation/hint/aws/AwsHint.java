package io.keyward.validation.hint.aws;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an event of a cloud tells, as far as it matters here. Everything that it names was said by whoever sent it, and proves nothing.
 *
 * @param source for example {@code aws.kms}
 * @param type what kind of event it is, for example {@code AWS API Call via CloudTrail}
 * @param action what was called, for example {@code DisableKey}; null when it tells of no call
 * @param refused whether the call was refused, so that nothing changed
 * @param account where it happened; null when it is not said
 * @param keys ids and ARNs of keys
 * @param roles names and ARNs of roles
 * @param policies ARNs of policies
 */
record AwsHint(
        String source,
        String type,
        @Nullable String action,
        boolean refused,
        @Nullable String account,
        Set<String> keys,
        Set<String> roles,
        Set<String> policies) {

    AwsHint {
        keys = Set.copyOf(keys);
        roles = Set.copyOf(roles);
        policies = Set.copyOf(policies);
    }
}
