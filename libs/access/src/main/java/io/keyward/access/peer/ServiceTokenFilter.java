package io.keyward.access.peer;

import io.keyward.telemetry.LogField;
import io.keyward.telemetry.TraceParent;
import io.keyward.telemetry.Work;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.Config;

/**
 * Puts this service's token on every request of a REST client to another service, and what the request is about. Each client has a subclass that names whom it calls, is
 * a {@code @Singleton}, and is registered with {@code @RegisterProvider}.
 */
public abstract class ServiceTokenFilter implements ClientRequestFilter {
    private final ServiceTokens tokens;
    private final String self;
    private final String called;

    /** @param called application name of the service that is called */
    protected ServiceTokenFilter(ServiceTokens tokens, Config config, String called) {
        this.tokens = tokens;
        this.self = config.getValue("quarkus.application.name", String.class);
        this.called = called;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.issue(self, called));
        Work.about(LogField.REQUEST_ID).ifPresent(id -> request.getHeaders().putSingle(Work.REQUEST_ID_HEADER, id));
        Work.step().ifPresent(step -> request.getHeaders().putSingle(TraceParent.HEADER, step.header()));
    }
}
