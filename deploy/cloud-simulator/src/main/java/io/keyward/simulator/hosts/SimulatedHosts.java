package io.keyward.simulator.hosts;

import io.keyward.simulator.call.Origin;
import io.keyward.simulator.control.OperationLog;
import io.keyward.simulator.port.Exchange;
import io.keyward.simulator.port.Port;
import io.keyward.simulator.port.RequestIds;
import io.keyward.simulator.wire.HttpCall;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every host of every cloud. */
public final class SimulatedHosts {

    private static final Pattern PATH = Pattern.compile("(?:/_endpoints/([^/]+))?/_hosts/([^/]+)(/.*)?");

    private final Port port;
    private final List<HostedService> services;
    private final HostLog log;

    /** @param now the simulated time */
    public SimulatedHosts(Port port, List<HostedCloud> clouds, OperationLog log, InstantSource now) {
        this.port = port;
        this.services =
                clouds.stream().flatMap(cloud -> cloud.services().stream()).toList();
        this.log = new HostLog(log, now);
    }

    public void mount(Router router) {
        router.route("/_hosts/*").handler(context -> port.receive(context.request(), this::exchange));
        router.route("/_endpoints/*").handler(context -> port.receive(context.request(), this::exchange));
    }

    private Exchange exchange(HttpCall http) {
        HostCall call = call(http);
        Optional<HostedService> service = services.stream()
                .filter(candidate -> candidate.answersAt(call.host()))
                .findFirst();
        return service.<Exchange>map(
                        found -> new HostExchange(call, found, found.subjectOf(call), log, Optional.empty()))
                .orElseGet(() -> new NobodyThere(call, log));
    }

    private static HostCall call(HttpCall http) {
        Matcher matcher = PATH.matcher(http.path());
        boolean understood = matcher.matches();
        String host = understood ? matcher.group(2).toLowerCase(Locale.ROOT) : "";
        Optional<String> endpoint = understood ? Optional.ofNullable(matcher.group(1)) : Optional.empty();
        String path = understood && matcher.group(3) != null ? matcher.group(3) : "/";
        HttpCall asked =
                new HttpCall(http.method(), path, http.query(), http.headers(), http.body(), http.sourceAddress());
        return new HostCall(RequestIds.next(), host, asked, new Origin(http.sourceAddress(), endpoint));
    }
}
