package io.keyward.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.Cloud;
import io.keyward.secrets.KeysetTool;
import io.keyward.secrets.Sealer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The internal ports of validation-service and endpoint-service as config-service sees them: a real HTTP server that speaks their wire and
 * answers what a test told it to. Operators sign in here too. Without being told, every key is valid, every role can be assumed, and there are no private endpoints.
 */
public final class FarEnd implements QuarkusTestResourceLifecycleManager {
    /** Answers one question with a JSON text; an empty text is a 500. */
    public interface Answer {
        String to(JsonNode question);
    }

    /** One request that arrived. */
    public record Asked(String path, String authorization, JsonNode question) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int OK = 200;
    private static final int FAILED = 500;

    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile Answer keys = FarEnd::valid;
    private volatile Answer roles = FarEnd::assumable;
    private volatile Answer projects = FarEnd::noResults;
    private volatile Answer endpoints = FarEnd::noEndpoints;
    private volatile Answer closings = FarEnd::noEndpoints;
    private HttpServer server;
    private OpenIdFake operators;

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/internal/v1/key-checks", exchange -> answer(exchange, question -> keys.to(question)));
        server.createContext("/internal/v1/role-checks", exchange -> answer(exchange, question -> roles.to(question)));
        server.createContext("/internal/v1/projects", this::answerAboutProject);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        operators = new OpenIdFake(server, url);
        Map<String, String> settings = new HashMap<>(operators.configuration());
        settings.putAll(Map.of(
                "quarkus.rest-client.validation.url",
                url,
                "quarkus.rest-client.endpoint.url",
                url,
                "keyward.secrets.keyset",
                KeysetTool.run(Sealer.newKeyset(), "add"),
                "keyward.internal.keyset",
                ServiceTokens.newKeyset()));
        return settings;
    }

    /** The token of somebody who runs this installation. */
    public String operatorToken() {
        return operators.token();
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(FarEnd.class));
    }

    /** Forgets everything it was told and asked. */
    public void reset() {
        keys = FarEnd::valid;
        roles = FarEnd::assumable;
        projects = FarEnd::noResults;
        endpoints = FarEnd::noEndpoints;
        closings = FarEnd::noEndpoints;
        asked.clear();
    }

    public void onKey(Answer answer) {
        keys = answer;
    }

    public void onRole(Answer answer) {
        roles = answer;
    }

    public void onProject(Answer answer) {
        projects = answer;
    }

    /** What endpoint-service lists for any project. */
    public void onEndpoints(Answer answer) {
        endpoints = answer;
    }

    /** What endpoint-service says is left when a project is closed. */
    public void onClosing(Answer answer) {
        closings = answer;
    }

    /** A list of endpoints, each as {@code region:status}, or {@code region:status:stood} for one that was ACTIVE before. */
    public static Answer endpoints(String... regions) {
        String list = Stream.of(regions)
                .map(region -> region.split(":"))
                .map(parts -> """
                        {"id":"%s","provider":"%s","region":"%s","status":"%s","since":"2026-01-01T00:00:00Z","stood":%s}""".formatted(ObjectIds.next(), cloud(parts[0]), parts[0], parts[1], parts.length > 2))
                .collect(Collectors.joining(","));
        return question -> "{\"endpoints\":[" + list + "]}";
    }

    private static Cloud cloud(String region) {
        return Stream.of(Cloud.values())
                .filter(cloud -> cloud.region(region).isPresent())
                .findFirst()
                .orElse(Cloud.AWS);
    }

    /** Requests whose path contains that, in the order in which they came. */
    public List<Asked> asked(String path) {
        return asked.stream().filter(one -> one.path().contains(path)).toList();
    }

    /** Whatever was asked about that project, in the order in which it came. */
    public List<Asked> askedAbout(String groupId) {
        return asked.stream()
                .filter(one -> one.path().contains(groupId)
                        || one.question().path("groupId").asText().equals(groupId))
                .toList();
    }

    /** Questions about roles of that provider, in the order in which they came: Google's are asked in the background. */
    public List<Asked> askedAboutRoles(String provider) {
        return asked("role-checks").stream()
                .filter(one -> one.question().path("provider").asText().equals(provider))
                .toList();
    }

    /** A key that is not valid for that reason. */
    public static Answer refusing(String outcome, String reason) {
        return question -> """
                {"outcome":"%s","reason":"%s","explanation":"It is so.","remedy":"Do this.","key":%s,"calls":[]}""".formatted(outcome, reason, question.path("key"));
    }

    /** Valid; a bare id becomes the ARN of a key in the customer's account. */
    public static String valid(JsonNode question) {
        String key = question.path("key").asText();
        String arn = key.startsWith("arn:")
                ? key
                : "arn:aws:kms:" + question.path("region").asText() + ":111122223333:key/" + key;
        return """
                {"outcome":"VALID","reason":null,"explanation":"It was used.","remedy":null,"key":"%s","calls":[
                 {"operation":"kms:Decrypt","target":"%s","region":"us-east-1","path":"PUBLIC","code":"OK",
                  "requestId":"r","at":"2026-01-01T00:00:00Z","latencyMillis":3}]}""".formatted(arn, arn);
    }

    private static String noResults(JsonNode question) {
        return "{\"results\":[]}";
    }

    private static String noEndpoints(JsonNode question) {
        return "{\"endpoints\":[]}";
    }

    private static String assumable(JsonNode question) {
        return "{\"outcome\":\"ASSUMABLE\",\"explanation\":\"It was assumed.\",\"remedy\":null,\"calls\":[]}";
    }

    private void answerAboutProject(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/endpoints")) {
            answer(exchange, endpoints);
        } else {
            answer(exchange, path.endsWith("/closings") ? closings : projects);
        }
    }

    private void answer(HttpExchange exchange, Answer answer) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            JsonNode question = body.length == 0 ? JSON.createObjectNode() : JSON.readTree(body);
            asked.add(new Asked(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    question));
            byte[] text = answer.to(question).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(text.length == 0 ? FAILED : OK, text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
