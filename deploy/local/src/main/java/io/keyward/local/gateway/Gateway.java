package io.keyward.local.gateway;

import io.keyward.local.gateway.document.ApiDocument;
import io.keyward.local.gateway.document.DocumentForm;
import io.keyward.local.tls.ServerIdentity;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.net.PfxOptions;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The running gateway, on loopback: the same routes over plain HTTP and over TLS. */
public final class Gateway implements AutoCloseable {
    private static final Logger LOG = System.getLogger(Gateway.class.getName());
    private static final String HOST = "127.0.0.1";
    private static final int PATIENCE_SECONDS = 10;
    private static final int CONNECT_LIMIT_MILLIS = 2_000;
    private static final int KEEP_ALIVE_SECONDS = 20;
    private static final int MAX_CONNECTIONS = 64;
    /** What the services take, too; they would answer a longer one without a body. */
    private static final int MAX_LINE_BYTES = 4 * 1024;

    private static final int MAX_HEADER_BYTES = 16 * 1024;
    private static final Set<String> TLS_VERSIONS = Set.of("TLSv1.2", "TLSv1.3");

    private final Vertx vertx;
    private final HttpServer plain;
    private final HttpServer tls;
    private final RouteTable routes;
    private final Map<List<Integer>, Replicas> replicas;
    private final HttpProxy proxy;
    private final ApiDocument document;

    private Gateway(ServerIdentity identity, RouteTable routes) {
        this.routes = routes;
        this.vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
        HttpClient services = client(vertx);
        this.replicas = routes.all().stream()
                .collect(Collectors.toMap(Function.identity(), Gateway::replicas, (one, same) -> one));
        this.document = new ApiDocument(
                routes.all().stream().map(ports -> begin(services, ports)).toList());
        this.proxy = HttpProxy.reverseProxy(services)
                .origin((OriginRequestProvider) this::origin)
                .addInterceptor(new Edge());
        replicas.values().forEach(some -> some.watch(vertx, services, HOST));
        this.plain = server(limits());
        this.tls = server(secured(limits(), identity));
    }

    /** Starts a gateway. Fails with IllegalStateException when a port is taken. */
    public static Gateway start(Doors doors, ServerIdentity identity, RouteTable routes) {
        Gateway gateway = new Gateway(identity, routes);
        try {
            await(gateway.plain.listen(doors.http(), HOST));
            await(gateway.tls.listen(doors.tls(), HOST));
            return gateway;
        } catch (IllegalStateException e) {
            gateway.close();
            throw e;
        }
    }

    /** Where it listens, in fact. */
    public Doors doors() {
        return new Doors(plain.actualPort(), tls.actualPort());
    }

    @Override
    public void close() {
        await(vertx.close());
    }

    private HttpServer server(HttpServerOptions options) {
        return vertx.createHttpServer(options)
                .requestHandler(new Answering(this::route))
                .invalidRequestHandler(new Answering(Gateway::refuse));
    }

    private static HttpServerOptions limits() {
        return new HttpServerOptions().setMaxInitialLineLength(MAX_LINE_BYTES).setMaxHeaderSize(MAX_HEADER_BYTES);
    }

    private static HttpServerOptions secured(HttpServerOptions options, ServerIdentity identity) {
        return options.setSsl(true)
                .setEnabledSecureTransportProtocols(TLS_VERSIONS)
                .setKeyCertOptions(new PfxOptions()
                        .setPath(identity.keyStore().toString())
                        .setPassword(identity.password())
                        .setAlias(identity.alias()));
    }

    private static HttpClient client(Vertx vertx) {
        HttpClientOptions options =
                new HttpClientOptions().setConnectTimeout(CONNECT_LIMIT_MILLIS).setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
        return vertx.createHttpClient(options, new PoolOptions().setHttp1MaxSize(MAX_CONNECTIONS));
    }

    private void route(HttpServerRequest request) {
        String path = pathOf(request.uri());
        if (!isAddress(request.uri())) {
            EdgeError.BAD_PATH.answer(request.response());
        } else if (routes.portsFor(path).isEmpty()) {
            EdgeError.NO_ROUTE.answer(request.response());
        } else {
            DocumentForm.askedFor(request, path)
                    .ifPresentOrElse(form -> answer(request.response(), form), () -> proxy.handle(request));
        }
    }

    private void answer(HttpServerResponse response, DocumentForm form) {
        document.as(form)
                .onSuccess(text ->
                        response.putHeader("Content-Type", form.mediaType()).end(text))
                .onFailure(failure -> {
                    LOG.log(Level.WARNING, "no document of the whole API", failure);
                    EdgeError.UNREACHABLE.answer(response);
                });
    }

    private static Replicas replicas(List<Integer> ports) {
        return new Replicas(
                ports.stream().map(port -> new Replicas.Replica(port, port)).toList());
    }

    private Supplier<Future<HttpClientRequest>> begin(HttpClient http, List<Integer> ports) {
        return () -> Objects.requireNonNull(replicas.get(ports)).request(http, HOST);
    }

    private Future<HttpClientRequest> origin(ProxyContext context) {
        String path = pathOf(context.request().proxiedRequest().uri());
        return begin(context.client(), routes.portsFor(path).orElseThrow()).get();
    }

    /** The path as it was sent, neither decoded nor normalised. */
    private static String pathOf(String target) {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The services would refuse what is none, without a body. */
    private static boolean isAddress(String target) {
        try {
            return !new URI(target).isOpaque();
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static void refuse(HttpServerRequest request) {
        Throwable cause = request.decoderResult().cause();
        if (cause instanceof TooLongHttpLineException) {
            EdgeError.URI_TOO_LONG.answer(request.response());
        } else if (cause instanceof TooLongHttpHeaderException || cause instanceof TooLongFrameException) {
            EdgeError.HEADERS_TOO_LARGE.answer(request.response());
        } else {
            EdgeError.BAD_REQUEST.answer(request.response());
        }
    }

    static <T> T await(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the gateway", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the gateway did not start or stop: " + e.getMessage(), e);
        }
    }

    /** Two ports of loopback; 0 is any free one. */
    public record Doors(int http, int tls) {
        public static final Doors ANY = new Doors(0, 0);
    }

    /** Says whose request it is, and answers for a service that cannot be reached. */
    private static final class Edge implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest inbound = context.request().proxiedRequest();
            context.request()
                    .putHeader("X-Forwarded-For", inbound.remoteAddress().hostAddress());
            context.request().putHeader("X-Forwarded-Proto", inbound.isSSL() ? "https" : "http");
            String host = inbound.getHeader("Host");
            if (host != null) {
                context.request().putHeader("X-Forwarded-Host", host);
            }
            return context.sendRequest().recover(failure -> unreachable(context));
        }

        private static Future<ProxyResponse> unreachable(ProxyContext context) {
            ProxyResponse response = context.request().release().response();
            return Future.succeededFuture(EdgeError.UNREACHABLE.answer(response));
        }
    }
}
