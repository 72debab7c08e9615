package io.keyward.validation.alert.notification.transport;

import io.keyward.validation.alert.notification.form.Post;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends a request over HTTP/1.1. A host is looked up once, what it resolves to is judged, and the connection goes to just that address: a name that answers
 * differently a moment later leads nowhere else. Redirects are not followed.
 */
@ApplicationScoped
class HttpTransport {
    private static final int MOST_BYTES = 16 * 1024;
    /** To one host; more wait for each other, and for nobody else. */
    private static final int CONNECTIONS = 32;
    /** Threads that wait for names to be looked up. Their own: whose name servers do not answer must hold up nothing but notices. */
    private static final int LOOKUPS = 16;

    private final Vertx vertx;
    private final Names names;
    private final HttpClient client;
    private final WorkerExecutor lookups;
    private final long limitMillis;
    private final boolean anywhere;

    @Inject
    HttpTransport(Vertx vertx, NotificationConfig config) {
        this(vertx, config, InetAddress::getAllByName);
    }

    HttpTransport(Vertx vertx, NotificationConfig config, Names names) {
        this.vertx = vertx;
        this.names = names;
        this.limitMillis = config.channelTimeLimit().toMillis();
        this.anywhere = config.allowPrivateAddresses();
        this.lookups = vertx.createSharedWorkerExecutor("keyward-channel-names", LOOKUPS);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) limitMillis)
                .setMaxPoolSize(CONNECTIONS)
                .setDecompressionSupported(false));
    }

    /** Fails when there is no answer within the limit, or no address that may be used. */
    Future<Answer> send(Post post) {
        URI url;
        try {
            url = URI.create(post.url());
        } catch (IllegalArgumentException e) {
            return Future.failedFuture(new TransportException("The address is no URL."));
        }
        return address(url, post.guarded()).compose(address -> request(url, address, post));
    }

    private Future<InetAddress> address(URI url, boolean guarded) {
        var host = url.getHost();
        if (host == null || !("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            return Future.failedFuture(new TransportException("The address is no http or https URL."));
        }
        return lookups.executeBlocking(() -> names.lookUp(host.replaceAll("[\\[\\]]", "")), false)
                .timeout(limitMillis, TimeUnit.MILLISECONDS)
                .recover(failure -> Future.failedFuture(
                        failure instanceof UnknownHostException || failure instanceof TimeoutException
                                ? new TransportException("The host's name cannot be resolved.")
                                : failure))
                .compose(found -> !guarded || anywhere || Arrays.stream(found).allMatch(AddressRules::isPublic)
                        ? Future.succeededFuture(found[0])
                        : Future.failedFuture(new TransportException(
                                "The host is in a private network, where no webhook may lead.")));
    }

    private Future<Answer> request(URI url, InetAddress address, Post post) {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setURI(target(url))
                .setConnectTimeout(limitMillis);
        post.headers().forEach(options::putHeader);
        return client.request(options).compose(request -> exchange(request, post.body()));
    }

    private Future<Answer> exchange(HttpClientRequest request, String body) {
        long timer = vertx.setTimer(
                limitMillis, late -> request.reset(0, new TransportException("No answer within the time limit.")));
        return request.send(Buffer.buffer(body))
                .compose(HttpTransport::read)
                .onComplete(done -> vertx.cancelTimer(timer));
    }

    private static Future<Answer> read(HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(answer::tryFail);
        response.endHandler(end -> answer.tryComplete(answer(response, body)));
        response.handler(chunk -> {
            body.appendBuffer(chunk, 0, Math.min(chunk.length(), MOST_BYTES - body.length()));
            if (body.length() >= MOST_BYTES && answer.tryComplete(answer(response, body))) {
                response.request().reset();
            }
        });
        return answer.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(
                response.statusCode(), body.toString(), Optional.ofNullable(response.getHeader("Retry-After")));
    }

    /** Says what a host's name stands for at the moment. */
    @FunctionalInterface
    interface Names {
        InetAddress[] lookUp(String host) throws UnknownHostException;
    }

    private static String target(URI url) {
        var path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    }
}
