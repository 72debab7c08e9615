package io.keyward.simulator.azure;

import com.azure.core.http.HttpClient;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.Context;
import java.net.URI;
import java.net.URL;
import reactor.core.publisher.Mono;

/**
 * Sends what is meant for {@code https://{host}/…} to the simulator instead, as the last step before the wire: everything before it, the check of hosts
 * included, sees the real address. Answers are buffered, so that the body of a refusal can be read once the SDK has read it.
 *
 * @param way what is put before {@code /_hosts/{host}}: the simulator, or the simulator's private endpoint
 */
record SimulatedTransport(HttpClient wire, URI way) implements HttpClient {

    @Override
    public Mono<HttpResponse> send(HttpRequest request) {
        return wire.send(redirected(request)).map(HttpResponse::buffer);
    }

    @Override
    public Mono<HttpResponse> send(HttpRequest request, Context context) {
        return wire.send(redirected(request), context).map(HttpResponse::buffer);
    }

    @Override
    public HttpResponse sendSync(HttpRequest request, Context context) {
        return wire.sendSync(redirected(request), context).buffer();
    }

    private HttpRequest redirected(HttpRequest request) {
        URL url = request.getUrl();
        return request.copy().setUrl(way + "/_hosts/" + url.getHost() + url.getFile());
    }
}
