package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.local.client.Exchange;
import io.keyward.local.client.PlainJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Whoever is told: takes webhooks, some of them badly, and reads the mails. */
public final class Recipient implements AutoCloseable {
    /** What a webhook is signed with. */
    public static final String SECRET = "chaos-webhook-secret";

    private static final int OK = 200;
    private static final int BROKEN = 500;
    private static final int PERCENT = 100;
    private static final int REFUSED = 12;
    private static final int LATE = 20;
    private static final int LATE_SECONDS = 3;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final String mailUrl;
    private final Random random;
    private final Queue<Hook> hooks = new ConcurrentLinkedQueue<>();
    private final Set<Letter> letters = ConcurrentHashMap.newKeySet();
    private volatile boolean wellBehaved;

    /**
     * A webhook that was taken.
     *
     * @param id under which it may come again
     * @param body as it came
     * @param signed whether its signature covers its time and its body
     * @param late whether it was answered so late that its sender may have given it up
     */
    public record Hook(String id, JsonNode body, Instant at, boolean signed, boolean late) {}

    /** A mail that arrived. */
    public record Letter(String id, Instant at) {}

    private Recipient(HttpServer server, String mailUrl, long seed) {
        this.server = server;
        this.mailUrl = mailUrl;
        random = new Random(seed);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts to listen on loopback. */
    public static Recipient start(String mailUrl, long seed) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            return new Recipient(server, mailUrl, seed);
        } catch (IOException e) {
            throw new UncheckedIOException("nobody can listen for webhooks", e);
        }
    }

    /** Where webhooks are taken. */
    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** From now on every webhook is taken at once. */
    public void behave() {
        wellBehaved = true;
    }

    public List<Hook> hooks() {
        return List.copyOf(hooks);
    }

    /** Reads what was mailed since. The mailbox keeps the latest only: to be asked from time to time. */
    public void readMails() {
        PlainJson.get(mailUrl)
                .forEach(mail -> letters.add(new Letter(
                        mail.path("messageId").asText(),
                        Instant.parse(mail.path("date").asText()))));
    }

    /** All mails that were read. */
    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One that was answered late may have been given up: whoever sent it comes again, under the same id. */
    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int mood = wellBehaved ? PERCENT : mood();
            if (mood < REFUSED) {
                exchange.sendResponseHeaders(BROKEN, -1);
                return;
            }
            Headers headers = exchange.getRequestHeaders();
            String id = String.valueOf(headers.getFirst("Keyward-Delivery"));
            hooks.add(new Hook(id, Exchange.parse(body), Instant.now(), isSigned(headers, body), mood < LATE));
            if (mood < LATE) {
                pause();
            }
            exchange.sendResponseHeaders(OK, -1);
        }
    }

    private static boolean isSigned(Headers headers, String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), mac.getAlgorithm()));
            String text = headers.getFirst("Keyward-Timestamp") + "." + body;
            String expected = "v1=" + HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
            return expected.equals(headers.getFirst("Keyward-Signature"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC", e);
        }
    }

    private int mood() {
        synchronized (random) {
            return random.nextInt(PERCENT);
        }
    }

    private static void pause() {
        try {
            TimeUnit.SECONDS.sleep(LATE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
