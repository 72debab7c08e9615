package io.keyward.access.gate;

import io.keyward.access.Caller;
import io.keyward.access.CurrentCaller;
import io.keyward.access.ForDrivers;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Keeps the credentials of drivers, and those of customers, on their own side. */
class KindGate {
    private final CurrentCaller current;

    KindGate(CurrentCaller current) {
        this.current = current;
    }

    @ServerRequestFilter(priority = Priorities.AUTHORIZATION)
    void check(ResourceInfo resource) {
        current.find().ifPresent(caller -> check(caller, isForDrivers(resource)));
    }

    private static void check(Caller caller, boolean forDrivers) {
        boolean driver = caller.kind() == Caller.Kind.DRIVER;
        if (driver && !forDrivers) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, "API_KEY")
                    .withDetail("This needs the API key of a person or program; yours is a cluster driver's.");
        }
        if (!driver && forDrivers) {
            throw Refusal.of(ErrorCode.ACCESS_FORBIDDEN, "DRIVER")
                    .withDetail("This needs the API key of a cluster driver.");
        }
    }

    private static boolean isForDrivers(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(ForDrivers.class)
                || resource.getResourceClass().isAnnotationPresent(ForDrivers.class);
    }
}
