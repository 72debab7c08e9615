package io.keyward.endpoint.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.keyward.access.peer.ApiKeyDocument;
import io.keyward.access.peer.ServiceTokens;
import io.keyward.access.principal.ApiKey;
import io.keyward.secrets.Sealer;
import io.keyward.simulator.Accounts;
import io.keyward.simulator.azure.AzureAccounts;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * config-service's internal port as endpoint-service sees it: a real HTTP server that speaks its wire. It knows the API keys it was given, and
 * admits every endpoint, with a stamp higher than the one before, unless a test says otherwise for a project. Brings the secrets of an installation
 * along, and networks in two regions.
 */
public final class ConfigService implements QuarkusTestResourceLifecycleManager {
    public static final String KEY = "arn:aws:kms:us-east-1:111122223333:key/mrk-12345678";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KEYSET = Sealer.newKeyset();
    private static final String API_KEYS = "/internal/v1/api-keys/";
    private static final String PROJECTS = "/internal/v1/projects/";

    private final Sealer sealer = Sealer.of(KEYSET);
    private final AtomicLong stamps = new AtomicLong();
    private final Map<String, ApiKey> keys = new ConcurrentHashMap<>();
    private final Map<String, Admitting> admitting = new ConcurrentHashMap<>();
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /** Answers a question for admission; null hangs up instead. */
    public interface Admitting {
        Reply to(JsonNode question);
    }

    /** An answer on the wire. */
    public record Reply(int status, String body, Map<String, String> headers) {

        public static Reply admitted(long stamp) {
            return new Reply(200, "{\"stamp\":" + stamp + ",\"key\":\"" + KEY + "\"}", Map.of());
        }

        /** @param service what the endpoint is to lead to */
        public static Reply admitted(long stamp, String service) {
            return new Reply(200, "{\"stamp\":" + stamp + ",\"service\":\"" + service + "\"}", Map.of());
        }

        /** @param parameters as JSON */
        public static Reply refused(int status, String code, String detail, String parameters) {
            return new Reply(status, """
                    {"detail":"%s","error":%d,"errorCode":"%s","parameters":%s,"reason":"Bad Request"}""".formatted(detail, status, code, parameters), Map.of());
        }
    }

    /** One question for admission that arrived. */
    public record Asked(String groupId, String authorization, JsonNode question) {}

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext(API_KEYS, this::findKey);
        server.createContext(PROJECTS, this::admit);
        server.start();
        Map<String, String> settings = new HashMap<>(Map.of(
                "quarkus.rest-client.config-service.url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "quarkus.rest-client.admission.read-timeout",
                "4000",
                "keyward.secrets.keyset",
                KEYSET,
                "keyward.internal.keyset",
                ServiceTokens.newKeyset()));
        settings.putAll(network("us-east-1"));
        settings.putAll(network("eu-west-1"));
        settings.putAll(azure());
        return settings;
    }

    private static Map<String, String> network(String region) {
        String prefix = "keyward.endpoint.aws.regions." + region;
        return Map.of(
                prefix + ".vpc-id", Accounts.PLATFORM_VPC,
                prefix + ".subnet-ids", Accounts.PLATFORM_SUBNET,
                prefix + ".security-group-ids", Accounts.PLATFORM_SECURITY_GROUP);
    }

    /** The same simulator plays it; one region has a subnet. */
    private static Map<String, String> azure() {
        return Map.of(
                "keyward.azure.endpoint-override", "${keyward.aws.endpoint}",
                "keyward.azure.tenant-id", AzureAccounts.PLATFORM_TENANT,
                "keyward.azure.application-id", AzureAccounts.PLATFORM_APPLICATION,
                "keyward.azure.application-secret", AzureAccounts.PLATFORM_APPLICATION_SECRET,
                "keyward.azure.subscription-id", AzureAccounts.PLATFORM_SUBSCRIPTION,
                "keyward.endpoint.azure.regions.eastus2.subnet-id", AzureAccounts.subnet("eastus2"));
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, field -> field.getType().equals(ConfigService.class));
    }

    /** Lets an API key in. */
    public void add(ApiKey key) {
        keys.put(key.publicKey(), key);
    }

    /** How questions about that project are answered from now on. */
    public void onAdmission(String groupId, Admitting answer) {
        admitting.put(groupId, answer);
    }

    /** A stamp as config-service would give the next one. */
    public long nextStamp() {
        return stamps.incrementAndGet();
    }

    /** The questions about that project, in the order in which they came. */
    public List<Asked> asked(String groupId) {
        return asked.stream().filter(one -> one.groupId().equals(groupId)).toList();
    }

    private void findKey(HttpExchange exchange) throws IOException {
        ApiKey key = keys.get(exchange.getRequestURI().getPath().substring(API_KEYS.length()));
        Reply reply = key == null
                ? Reply.refused(404, "RESOURCE_NOT_FOUND", "There is none.", "[]")
                : new Reply(200, JSON.writeValueAsString(ApiKeyDocument.of(key, sealer)), Map.of());
        answer(exchange, reply);
    }

    private void admit(HttpExchange exchange) throws IOException {
        String groupId =
                exchange.getRequestURI().getPath().substring(PROJECTS.length()).replace("/endpoint-admissions", "");
        JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
        asked.add(new Asked(groupId, exchange.getRequestHeaders().getFirst("Authorization"), question));
        answer(
                exchange,
                admitting
                        .getOrDefault(groupId, any -> Reply.admitted(nextStamp()))
                        .to(question));
    }

    private static void answer(HttpExchange exchange, Reply reply) throws IOException {
        try (exchange) {
            if (reply == null) {
                return;
            }
            byte[] text = reply.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            reply.headers().forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(reply.status(), text.length == 0 ? -1 : text.length);
            exchange.getResponseBody().write(text);
        }
    }
}
