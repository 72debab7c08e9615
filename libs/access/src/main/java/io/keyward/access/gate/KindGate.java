package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.Caller.Kind;
import io.keyward.access.CurrentCaller;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps the credentials of drivers, of operators and of customers each on their own side. */
class KindGate {
    private final CurrentCaller current;

    KindGate(CurrentCaller current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo resource) {
        current.find().ifPresent(caller -> check(caller, audienceOf(resource)));
    }

    private static void check(Caller caller, Set<Kind> audience) {
        if (!audience.contains(caller.kind())) {
            throw refusal(audience);
        }
    }

    private static Refusal refusal(Set<Kind> audience) {
        if (audience.contains(Kind.API_KEY)) {
            return Refusal.of(ErrorCode.ACCESS_FORBIDDEN, Kind.API_KEY.name())
                    .withDetail("This needs an API key or a service account of an organization.");
        }
        if (audience.contains(Kind.DRIVER)) {
            return Refusal.of(ErrorCode.ACCESS_FORBIDDEN, Kind.DRIVER.name())
                    .withDetail("This needs the API key of a cluster driver.");
        }
        return Refusal.of(ErrorCode.ACCESS_FORBIDDEN, Kind.OPERATOR.name())
                .withDetail("This is for the operators of this installation.");
    }

    private static Set<Kind> audienceOf(ResourceInfo resource) {
        return Audience.of(said -> resource.getResourceMethod().isAnnotationPresent(said)
                || resource.getResourceClass().isAnnotationPresent(said));
    }
}
