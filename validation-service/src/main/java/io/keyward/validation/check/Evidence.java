package io.keyward.validation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a check answered what it did: enough for an operator who has never heard of Keyward to find the same in the provider's own log.
 *
 * @param key the key's full name at its provider, as far as it is known
 * @param explanation for an operator: what happened
 * @param remedy for an operator: what to do; null when there is nothing to do
 * @param calls the provider calls that were made, in order
 * @param life what was learned of the key's end and rotation; null when nothing was, so that what is known of it stands
 */
public record Evidence(
        String key,
        String explanation,
        @Nullable String remedy,
        List<Call> calls,
        @Nullable KeyLife life) {

    public Evidence {
        calls = List.copyOf(calls);
    }

    /** Of a check that learned nothing of the key's life. */
    public Evidence(String key, String explanation, @Nullable String remedy, List<Call> calls) {
        this(key, explanation, remedy, calls, null);
    }

    /**
     * One call to a provider. Holds no secret: neither credentials nor ciphertext.
     *
     * @param operation for example {@code kms:Decrypt}
     * @param target the key or role it was about
     * @param region where it was sent
     * @param code the provider's error code, {@code OK}, or the class of a network failure
     * @param message the provider's words, null on success
     * @param requestId the provider's request id, null when it never answered
     * @param at when it was sent
     * @param latency until the answer or the failure; zero when the clock was set back meanwhile
     */
    public record Call(
            String operation,
            String target,
            String region,
            Path path,
            String code,
            @Nullable String message,
            @Nullable String requestId,
            Instant at,
            Duration latency) {
        public Call {
            latency = latency.isNegative() ? Duration.ZERO : latency;
        }
    }

    /** The way a call took: over the internet, or through the private endpoint of the region. */
    public enum Path {
        PUBLIC,
        PRIVATE
    }
}
