package io.keyward.simulator.control;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with the world. Every selector that is null matches everything.
 *
 * @param region such as {@code us-east-1}
 * @param service {@code kms}, {@code sts}, {@code iam} or {@code ec2}, or the name of a hosted service such as {@code key-vault}
 * @param operation such as {@code Decrypt}
 * @param path {@code public}, or the id or name of a private endpoint
 * @param resource the key, role or endpoint as the request names it ({@code KeyId}, {@code RoleArn}, {@code RoleName}, {@code VpcEndpointId}), or
 *     its {@code ClientToken}
 * @param when BEFORE the operation, which then is not executed (but for SLOW), or AFTER it, when only the answer is missing
 * @param delayMillis how long SLOW holds a request up
 * @param code the error code of FAIL, with {@code message}
 * @param status the HTTP status of FAIL (500 unless given) and of INTERCEPT (200 unless given)
 * @param body what INTERCEPT answers; nothing unless given
 * @param calls ends by itself after so many requests
 */
public record Disturbance(
        @Nullable String region,
        @Nullable String service,
        @Nullable String operation,
        @Nullable String path,
        @Nullable String resource,
        Effect effect,
        When when,
        @Nullable Integer delayMillis,
        @Nullable String code,
        @Nullable String message,
        @Nullable Integer status,
        @Nullable String body,
        @Nullable Integer calls) {

    public Disturbance {
        Objects.requireNonNull(effect, "effect is missing");
        when = Objects.requireNonNullElse(when, When.BEFORE);
    }

    /** When it strikes; before, unless something else is said. */
    public enum When {
        BEFORE,
        AFTER
    }

    public enum Effect {
        /** The connection is closed without an answer. */
        UNREACHABLE,
        /** The connection stays open without an answer. */
        HANG,
        /** The answer comes late. */
        SLOW,
        /** Throttled, in the service's own words. */
        THROTTLE,
        /** Refused with the given code. */
        FAIL,
        /** Somebody on the way answers, who is not the service: a proxy, say, with a page of its own and status 200. */
        INTERCEPT
    }

    /** The facts of a request that selectors look at. */
    public record Target(String region, String service, String operation, String path, String resource) {}

    boolean hits(Target target) {
        return matches(region, target.region())
                && matches(service, target.service())
                && matches(operation, target.operation())
                && matches(path, target.path())
                && matches(resource, target.resource());
    }

    private static boolean matches(@Nullable String wanted, String actual) {
        return wanted == null || wanted.equals(actual);
    }
}
