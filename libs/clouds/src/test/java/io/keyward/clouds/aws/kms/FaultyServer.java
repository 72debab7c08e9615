package io.keyward.clouds.aws.kms;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetServer;
import io.vertx.core.net.NetServerOptions;
import io.vertx.core.net.NetSocket;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Answers one request after the other as it was told, below HTTP: in halves, never, with nonsense. What is left over is answered by the last. */
final class FaultyServer implements AutoCloseable {
    private final NetServer server;
    private final Deque<Consumer<NetSocket>> answers = new ArrayDeque<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final String scheme;

    private FaultyServer(Vertx vertx, NetServerOptions options, String scheme) {
        this.scheme = scheme;
        this.server = vertx.createNetServer(options.setHost("127.0.0.1"))
                .connectHandler(this::connected)
                .listen()
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    static FaultyServer start(Vertx vertx) {
        return new FaultyServer(vertx, new NetServerOptions(), "http");
    }

    /** One whose certificate nobody trusts. The JDK's own tool makes it, in {@code folder}. */
    static FaultyServer startUntrusted(Vertx vertx, Path folder) throws IOException, InterruptedException {
        var store = folder.resolve("own.p12").toString();
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var options = "-genkeypair -alias own -keyalg EC -storetype PKCS12 -storepass changeit -dname CN=localhost"
                + " -ext SAN=ip:127.0.0.1 -keystore";
        var command = Stream.of(Stream.of(tool), Stream.of(options.split(" ", -1)), Stream.of(store))
                .flatMap(words -> words)
                .toList();
        new ProcessBuilder(command).inheritIO().start().waitFor();
        var certificate = new PfxOptions().setPath(store).setPassword("changeit");
        return new FaultyServer(vertx, new NetServerOptions().setSsl(true).setKeyCertOptions(certificate), "https");
    }

    @SafeVarargs
    final FaultyServer answering(Consumer<NetSocket>... told) {
        answers.clear();
        answers.addAll(List.of(told));
        return this;
    }

    URI place() {
        return URI.create(scheme + "://127.0.0.1:" + server.actualPort() + "/way");
    }

    /** Heads and bodies, in order of arrival. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    int connections() {
        return connections.get();
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }

    static Consumer<NetSocket> reply(int status, String body, String... headers) {
        return socket -> socket.write(head(status, body.length(), headers) + body);
    }

    /** A whole head, and half of what it promises. */
    static Consumer<NetSocket> half(String body) {
        return socket -> socket.write(head(200, body.length()) + body.substring(0, body.length() / 2))
                .onComplete(written -> socket.close());
    }

    /** The same, and then nothing. */
    static Consumer<NetSocket> stalled(String body) {
        return socket -> socket.write(head(200, body.length()) + body.substring(0, body.length() / 2));
    }

    static Consumer<NetSocket> closed() {
        return NetSocket::close;
    }

    static Consumer<NetSocket> nothing() {
        return socket -> {};
    }

    static Consumer<NetSocket> nonsense() {
        return socket -> socket.write("220 mail.example.org ESMTP\r\n\r\n");
    }

    private static String head(int status, int length, String... headers) {
        var more = String.join(
                "", List.of(headers).stream().map(header -> header + "\r\n").toList());
        return "HTTP/1.1 " + status + " Said\r\nx-amzn-RequestId: request-1\r\nContent-Length: " + length + "\r\n"
                + more + "\r\n";
    }

    private void connected(NetSocket socket) {
        connections.incrementAndGet();
        var received = Buffer.buffer();
        var begun = new AtomicInteger();
        socket.exceptionHandler(ignored -> {});
        socket.handler(chunk -> {
            received.appendBuffer(chunk);
            String text = received.getString(begun.get(), received.length());
            if (isWhole(text)) {
                begun.set(received.length());
                requests.add(text);
                next().accept(socket);
            }
        });
    }

    private synchronized Consumer<NetSocket> next() {
        return answers.size() > 1 ? answers.removeFirst() : answers.getFirst();
    }

    private static boolean isWhole(String text) {
        int end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return false;
        }
        String head = text.substring(0, end).toLowerCase(Locale.ROOT);
        int at = head.indexOf("content-length:");
        int length = at < 0
                ? 0
                : Integer.parseInt(
                        head.substring(at + 15).lines().findFirst().orElse("0").strip());
        return text.length() >= end + 4 + length;
    }
}
