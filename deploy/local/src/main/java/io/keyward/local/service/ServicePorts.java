package io.keyward.local.service;

import io.keyward.engines.Ports;
import java.util.EnumMap;
import java.util.Map;

/** Two ports of each service, chosen once per stack: a service that is started again is where it was. */
public final class ServicePorts {
    private final Map<Service, Integer> open = new EnumMap<>(Service.class);
    private final Map<Service, Integer> internal = new EnumMap<>(Service.class);
    private final Map<Service, Integer> called = new EnumMap<>(Service.class);

    public ServicePorts() {
        for (Service service : Service.values()) {
            open.put(service, Ports.free());
            internal.put(service, Ports.free());
            called.put(service, internal(service));
        }
    }

    /** The port of the public API, which the gateway routes to. */
    public int open(Service service) {
        return open.getOrDefault(service, 0);
    }

    /** Two ports of each service, and a third where other services call it, whatever is behind that. */
    public static ServicePorts behindPassage() {
        ServicePorts ports = new ServicePorts();
        ports.called.replaceAll((service, internal) -> Ports.free());
        return ports;
    }

    /** Where other services call it: the internal port, unless something stands before it. */
    public int called(Service service) {
        return called.getOrDefault(service, 0);
    }

    /** The port of the internal API, which nothing routes to. */
    public int internal(Service service) {
        return internal.getOrDefault(service, 0);
    }

    String openUrl(Service service) {
        return "http://127.0.0.1:" + open(service);
    }

    public String internalUrl(Service service) {
        return "http://127.0.0.1:" + called(service);
    }
}
