package io.keyward.clouds.web;

import io.keyward.clouds.ContextHop;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Sends requests to clouds. Never blocks, repeats nothing, follows no redirect, and has a bounded number of connections to each host.
 *
 * <p>With an override all hosts are at one place: {@code https://{host}/{path}} is asked for as {@code {override}/_hosts/{host}/{path}}, and through a private
 * endpoint as {@code {override}/_endpoints/{reference}/_hosts/{host}/{path}}.
 */
public final class CloudWeb {
    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int HTTPS = 443;

    private final HttpClient client;
    private final Settings settings;

    public CloudWeb(Vertx vertx, Settings settings) {
        this.settings = settings;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.limit().toMillis())
                .setMaxPoolSize(settings.connections())
                .setMaxWaitQueueSize(settings.connections() * 16)
                .setKeepAliveTimeout(30));
    }

    /**
     * How the cloud is reached.
     *
     * @param override where all of the cloud is; empty for its own hosts
     * @param limit of one request, from connecting to the end of the reply
     * @param connections to one host at once
     */
    public record Settings(Optional<URI> override, Duration limit, int connections) {}

    /** The reply, whatever it is; fails when there is none within the limit. Resumes on the Vert.x context that was left. */
    public Uni<CloudReply> send(CloudRequest request) {
        return ContextHop.call(() -> exchange(request).toCompletionStage());
    }

    /** The reply if it is an answer; else fails with a {@link RefusedException}. */
    public Uni<CloudReply> ask(CloudRequest request) {
        return send(request).map(reply -> {
            if (!reply.ok()) {
                throw new RefusedException(reply);
            }
            return reply;
        });
    }

    /** Ends all connections. */
    public void close() {
        var ignored = client.close();
    }

    /** What ends without a whole reply takes its connection with it: nobody waits for the rest, however slowly it comes. */
    private Future<CloudReply> exchange(CloudRequest request) {
        var opening = client.request(options(request));
        return opening.compose(opened -> exchange(opened, request))
                .timeout(settings.limit().toMillis(), TimeUnit.MILLISECONDS)
                .onFailure(failure -> opening.onSuccess(HttpClientRequest::reset));
    }

    private static Future<CloudReply> exchange(HttpClientRequest opened, CloudRequest request) {
        var sent = request.body() == null ? opened.send() : opened.send(Buffer.buffer(request.body()));
        return sent.compose(CloudWeb::read);
    }

    private RequestOptions options(CloudRequest request) {
        var options = settings.override()
                .map(place -> at(place, request))
                .orElseGet(() -> atHome(request))
                .setMethod(HttpMethod.valueOf(request.method()))
                .setConnectTimeout(settings.limit().toMillis())
                .setIdleTimeout(settings.limit().toMillis());
        request.headers().forEach(options::putHeader);
        return options;
    }

    private static RequestOptions atHome(CloudRequest request) {
        var options = new RequestOptions()
                .setHost(request.url().getHost())
                .setPort(HTTPS)
                .setSsl(true)
                .setURI(target(request.url()));
        return switch (request.way()) {
            case Way.Internet ignored -> options;
            case Way.Endpoint endpoint -> options.setServer(SocketAddress.inetSocketAddress(HTTPS, endpoint.address()));
        };
    }

    private static RequestOptions at(URI place, CloudRequest request) {
        boolean tls = "https".equals(place.getScheme());
        int port = place.getPort() >= 0 ? place.getPort() : tls ? HTTPS : 80;
        var through =
                switch (request.way()) {
                    case Way.Internet ignored -> "";
                    case Way.Endpoint endpoint ->
                        "/_endpoints/" + URLEncoder.encode(endpoint.reference(), StandardCharsets.UTF_8);
                };
        return new RequestOptions()
                .setHost(place.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(through + "/_hosts/" + request.url().getHost() + target(request.url()));
    }

    private static String target(URI url) {
        return url.getRawQuery() == null ? url.getRawPath() : url.getRawPath() + "?" + url.getRawQuery();
    }

    private static Future<CloudReply> read(HttpClientResponse response) {
        Promise<CloudReply> reply = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(reply::tryFail);
        response.endHandler(end -> reply.tryComplete(reply(response, body)));
        response.handler(chunk -> {
            body.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_BYTES - body.length()));
            if (body.length() >= MOST_BYTES && reply.tryComplete(reply(response, body))) {
                response.request().reset();
            }
        });
        return reply.future();
    }

    private static CloudReply reply(HttpClientResponse response, Buffer body) {
        return new CloudReply(response.statusCode(), response.headers(), body.toString());
    }
}
