package io.keyward.driver;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The observed API as far as a driver meets it: a challenge for whoever brings no answer to one, and a status for the rest. */
final class FakeKeyward implements AutoCloseable {
    private final HttpServer server;
    private final List<String> reports = new CopyOnWriteArrayList<>();
    private volatile int status = 200;

    FakeKeyward() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was taken in, as path and body. */
    List<String> reports() {
        return reports;
    }

    void answerWith(int next) {
        status = next;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes());
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (authorization == null) {
            exchange.getResponseHeaders()
                    .add("WWW-Authenticate", "Digest realm=\"keyward\", nonce=\"n1\", algorithm=MD5, qop=\"auth\"");
            exchange.sendResponseHeaders(401, -1);
        } else {
            boolean ours = authorization.startsWith("Digest username=\"driver\", realm=\"keyward\", nonce=\"n1\"");
            if (ours && status == 200) {
                reports.add(exchange.getRequestURI().getPath() + " " + body);
            }
            exchange.sendResponseHeaders(ours ? status : 401, -1);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
