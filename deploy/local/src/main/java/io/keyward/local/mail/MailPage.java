package io.keyward.local.mail;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the mails over HTTP, to programs and to people with curl. */
final class MailPage implements AutoCloseable {
    private static final String PATH = "/mails";
    private static final String TO = "to=";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NO_BODY = -1;
    private static final ObjectWriter JSON = new JsonMapper().writerWithDefaultPrettyPrinter();

    private final HttpServer server;
    private final Mails mails;

    private MailPage(HttpServer server, Mails mails) {
        this.server = server;
        this.mails = mails;
    }

    static MailPage start(int port, Mails mails) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(MailCatcher.HOST, port), 0);
            MailPage page = new MailPage(server, mails);
            server.createContext("/", page::answer);
            server.start();
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("the mail catcher cannot listen on port " + port, e);
        }
    }

    URI url() {
        return URI.create(
                "http://" + MailCatcher.HOST + ":" + server.getAddress().getPort() + PATH);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, NO_BODY);
            } else {
                show(exchange, wanted(exchange.getRequestURI().getQuery()));
            }
        }
    }

    private List<Mail> wanted(@Nullable String query) {
        return Stream.ofNullable(query)
                .flatMap(text -> Stream.of(text.split("&")))
                .filter(parameter -> parameter.startsWith(TO))
                .map(parameter -> mails.to(parameter.substring(TO.length())))
                .findFirst()
                .orElseGet(mails::all);
    }

    private static void show(HttpExchange exchange, List<Mail> mails) throws IOException {
        byte[] body = JSON.writeValueAsBytes(mails);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(OK, body.length);
        exchange.getResponseBody().write(body);
    }
}
