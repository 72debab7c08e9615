package io.keyward.local.stack;

import io.keyward.local.gateway.Passage;
import io.keyward.local.gateway.RouteTable;
import io.keyward.local.service.Replica;
import io.keyward.local.service.Service;
import io.keyward.local.service.ServicePorts;
import io.keyward.local.service.Services;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A second replica of each service, if there is one. */
final class Twins {
    private final ServicePorts ports;
    private final Map<Service, Replica> seconds = new EnumMap<>(Service.class);

    private Twins(ServicePorts ports) {
        this.ports = ports;
    }

    /** None. */
    static Twins none(ServicePorts ports) {
        return new Twins(ports);
    }

    /** Starts one of each, and the way on which services call each other's. */
    static Twins start(Services services, ServicePorts ports, Parts parts) {
        Twins twins = new Twins(ports);
        Stream.of(Service.values())
                .forEach(service -> twins.seconds.put(service, parts.own(services.replica(service))));
        parts.own(Passage.open(Stream.of(Service.values()).map(twins::door).toList()));
        twins.seconds.values().parallelStream().forEach(Replica::start);
        return twins;
    }

    /** Where the gateway leads. */
    RouteTable routes() {
        return new RouteTable(open(Service.CONFIG), open(Service.ENDPOINT), open(Service.VALIDATION));
    }

    /**
     * The second one.
     *
     * @throws NullPointerException when there is only one
     */
    Replica of(Service service) {
        return Objects.requireNonNull(seconds.get(service), "this stack has one replica of each service");
    }

    private List<Integer> open(Service service) {
        Replica second = seconds.get(service);
        return second == null ? List.of(ports.open(service)) : List.of(ports.open(service), second.port());
    }

    private Passage.Door door(Service service) {
        Replica second = of(service);
        return new Passage.Door(
                ports.called(service),
                List.of(
                        new Passage.Ports(ports.open(service), ports.internal(service)),
                        new Passage.Ports(second.port(), second.internalPort())));
    }
}
