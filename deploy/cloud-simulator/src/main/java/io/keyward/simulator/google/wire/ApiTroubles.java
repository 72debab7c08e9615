package io.keyward.simulator.google.wire;

import io.keyward.simulator.hosts.HostReply;
import io.keyward.simulator.hosts.Trouble;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What an API says when it is disturbed. */
public final class ApiTroubles {

    private ApiTroubles() {}

    /**
     * The answer.
     *
     * @param service the name of the API's host
     * @param throttled what it says to too many requests
     */
    public static HostReply reply(Trouble trouble, String service, GoogleFault throttled) {
        return switch (trouble) {
            case Trouble.Throttled() -> throttled.reply();
            case Trouble.Broken(String message) -> new GoogleFault(RpcStatus.INTERNAL, message).reply();
            case Trouble.Told(String code, String message, Integer status) -> told(service, code, message, status);
        };
    }

    /** A code is a status of gRPC, or else the reason that the details give. */
    private static HostReply told(
            String service, @Nullable String code, @Nullable String message, @Nullable Integer status) {
        Optional<RpcStatus> named = Optional.ofNullable(code).flatMap(RpcStatus::named);
        int http = Objects.requireNonNullElseGet(
                status, () -> named.orElse(RpcStatus.INTERNAL).http());
        RpcStatus told = named.orElseGet(() -> RpcStatus.of(http));
        String text = Objects.requireNonNullElse(message, "");
        if (code == null || named.isPresent()) {
            return new GoogleFault(told, text).reply(http);
        }
        return new GoogleFault(
                        told, text, ErrorDetails.errorInfo(code, ErrorDetails.GOOGLE, Map.of("service", service)))
                .reply(http);
    }
}
