package io.keyward.validation.provider.azure.graph;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which of an application's secrets is the one that we hold: Graph shows no more of it than how it begins. Pure. */
final class PasswordRules {
    private static final int HINT = 3;

    private PasswordRules() {}

    /**
     * When the secret ends.
     *
     * @param now a moment at which the secret still let us in, so that it is none of those that had ended
     * @return empty when none begins like it, or several do that do not end together: a wrong day would be worse than none
     */
    static Optional<Instant> end(List<PasswordCredential> known, String secret, Instant now) {
        var ends = known.stream()
                .filter(one -> begins(one, secret) && one.endsAt().isAfter(now))
                .map(PasswordCredential::endsAt)
                .collect(Collectors.toSet());
        return ends.size() == 1 ? ends.stream().findFirst() : Optional.empty();
    }

    /** One without a hint may be any. */
    private static boolean begins(PasswordCredential one, String secret) {
        var hint = one.hint();
        return hint == null || (hint.length() == HINT && secret.startsWith(hint));
    }
}
