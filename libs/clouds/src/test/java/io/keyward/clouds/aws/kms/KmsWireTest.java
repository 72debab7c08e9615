package io.keyward.clouds.aws.kms;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.core.net.NetSocket;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** What the wire makes of whatever comes back, or does not. */
class KmsWireTest {
    private static final Duration LIMIT = Duration.ofMillis(1500);

    /** For whoever is to be answered: a first handshake on a busy machine takes its time. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int CONNECTIONS = 3;
    private static final String FINE = "{\"KeyId\":\"key\"}";
    private static final String DISABLED =
            "{\"__type\":\"com.amazonaws.kms#DisabledException\",\"message\":\"key is disabled.\"}";

    private static Vertx vertx;

    private FaultyServer server;
    private KmsWire wire;

    @BeforeAll
    static void startVertx() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void stopVertx() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void start() {
        server = FaultyServer.start(vertx);
        wire = wire(server.place(), Clock.systemUTC());
    }

    @AfterEach
    void stop() {
        wire.close();
        server.close();
    }

    @Test
    @Rule("V5")
    void asksSignedAsTheRole() {
        server.answering(FaultyServer.reply(200, FINE));

        var reply = ask().join();

        assertThat(reply.body()).isEqualTo(new JsonObject(FINE));
        assertThat(reply.requestId()).isEqualTo("request-1");
        assertThat(server.requests()).singleElement().satisfies(request -> assertThat(request)
                .startsWith("POST /way HTTP/1.1\r\n")
                .containsIgnoringCase("x-amz-target: TrentService.DescribeKey\r\n")
                .containsIgnoringCase("x-amz-security-token: token\r\n")
                .containsIgnoringCase("host: 127.0.0.1:" + server.place().getPort() + "\r\n")
                .contains("AWS4-HMAC-SHA256 Credential=ASIA/")
                .contains("/eu-west-1/kms/aws4_request")
                .containsIgnoringCase("user-agent: keyward\r\n")
                .endsWith("\r\n\r\n{\"KeyId\":\"key\"}"));
    }

    @Test
    void completesOnTheContextThatItWasAskedOn() {
        server.answering(FaultyServer.reply(200, FINE));
        Context home = vertx.getOrCreateContext();
        var resumed = new CompletableFuture<Context>();

        home.runOnContext(
                ignored -> wire.ask(request()).onComplete(answered -> resumed.complete(Vertx.currentContext())));

        assertThat(resumed.join()).isEqualTo(home);
    }

    @Test
    @Rule("V6")
    void tellsARefusalAsTheSdkDoes() {
        server.answering(FaultyServer.reply(400, DISABLED));

        assertThat(failure()).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("DisabledException");
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("key is disabled.");
            assertThat(refused.requestId()).isEqualTo("request-1");
            assertThat(refused.statusCode()).isEqualTo(400);
        });
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    @Rule("V6")
    void findsTheCodeInAHeaderToo() {
        server.answering(FaultyServer.reply(
                400, "{\"Message\":\"no\"}", "x-amzn-ErrorType: AccessDeniedException:http://internal.example.org/"));

        assertThat(failure()).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException");
            assertThat(refused.awsErrorDetails().errorMessage()).isEqualTo("no");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>Bad gateway</html>", "", "[]", "{\"__type\":7}"})
    @Rule({"V6", "P2"})
    void aRefusalThatSaysNothingHasNoCode(String body) {
        server.answering(FaultyServer.reply(403, body));

        assertThat(failure()).isInstanceOfSatisfying(AwsServiceException.class, refused -> {
            assertThat(refused.awsErrorDetails().errorCode()).isNull();
            assertThat(refused.statusCode()).isEqualTo(403);
        });
    }

    static Stream<Consumer<NetSocket>> brokenAnswers() {
        return Stream.of(
                FaultyServer.closed(),
                FaultyServer.half(FINE),
                FaultyServer.nonsense(),
                FaultyServer.reply(200, "<html></html>"),
                FaultyServer.reply(200, "[" + "1,".repeat(200_000) + "1]"));
    }

    @ParameterizedTest
    @MethodSource("brokenAnswers")
    @Rule({"V3", "V6", "P2"})
    void whatIsNoWholeAnswerIsNone(Consumer<NetSocket> broken) {
        server.answering(broken);

        assertThat(failure()).isInstanceOf(IOException.class);
        assertThat(server.requests()).hasSize(2);

        server.answering(FaultyServer.reply(200, FINE));
        assertThat(ask().join().body()).isEqualTo(new JsonObject(FINE));
    }

    @Test
    @Rule({"V3", "P2"})
    void whoDoesNotAnswerInTimeIsNotWaitedForAndHoldsNoConnection() {
        server.answering(FaultyServer.nothing());
        wireWithin(LIMIT);
        long begun = System.nanoTime();

        var failures = Stream.generate(this::ask).limit(CONNECTIONS).toList().stream()
                .map(KmsWireTest::failureOf)
                .toList();

        assertThat(failures).allSatisfy(failure -> assertThat(failure).isInstanceOf(ApiCallTimeoutException.class));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(LIMIT.dividedBy(2), LIMIT.multipliedBy(3));
        server.answering(FaultyServer.reply(200, FINE));
        assertThat(ask().join().requestId()).isEqualTo("request-1");
    }

    @Test
    @Rule({"V3", "P2"})
    void anAnswerThatStopsHalfWayIsNotWaitedFor() {
        server.answering(FaultyServer.stalled(FINE));
        wireWithin(LIMIT);

        assertThat(failure()).isInstanceOf(ApiCallTimeoutException.class);
    }

    @Test
    @Rule("V3")
    void noMoreConnectionsThanAllowedAndTheRestWaits() {
        server.answering(FaultyServer.reply(200, FINE));
        List<CompletableFuture<KmsReply>> asked = new ArrayList<>();

        for (int i = 0; i < CONNECTIONS * 10; i++) {
            asked.add(ask());
        }

        assertThat(asked)
                .allSatisfy(answer -> assertThat(answer.join().requestId()).isEqualTo("request-1"));
        assertThat(server.connections()).isBetween(1, CONNECTIONS);
        assertThat(server.requests()).hasSize(CONNECTIONS * 10);
    }

    @Test
    @Rule("V3")
    void aConnectionThatWasClosedMeanwhileIsNoTrouble() {
        server.answering(FaultyServer.reply(200, FINE), FaultyServer.closed(), FaultyServer.reply(200, FINE));
        ask().join();

        assertThat(ask().join().requestId()).isEqualTo("request-1");
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aFaultOfTheServerIsAskedAgainOnceAndAThrottleNever() {
        server.answering(
                FaultyServer.reply(500, "{\"__type\":\"KMSInternalException\"}"), FaultyServer.reply(200, FINE));
        assertThat(ask().join().requestId()).isEqualTo("request-1");
        assertThat(server.requests()).hasSize(2);

        server.answering(FaultyServer.reply(400, "{\"__type\":\"ThrottlingException\",\"message\":\"Rate exceeded\"}"));
        assertThat(failure()).isInstanceOf(AwsServiceException.class);
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    @Rule({"V3", "P2"})
    void whoCannotBeReachedIsAnIoException() {
        assertThat(failureAt("http://127.0.0.1:1")).isInstanceOf(ConnectException.class);
        assertThat(failureAt("http://kms.invalid:4566")).isInstanceOf(UnknownHostException.class);
    }

    @Test
    @Rule({"V3", "P2", "P4"})
    void whoIsNotTrustedIsToldNothing(@TempDir Path folder) throws IOException, InterruptedException {
        try (var untrusted = FaultyServer.startUntrusted(vertx, folder)) {
            untrusted.answering(FaultyServer.reply(200, FINE));

            assertThat(causes(failureAt(untrusted.place().toString())))
                    .anySatisfy(cause -> assertThat(cause).isInstanceOf(SSLException.class));
            assertThat(untrusted.requests()).isEmpty();
        }
    }

    @Test
    @Rule("P2")
    void aClockThatIsWrongIsCorrectedByWhatAwsSays() {
        var slow = Clock.offset(Clock.systemUTC(), Duration.ofHours(-2));
        var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(Instant.now().atOffset(ZoneOffset.UTC));
        server.answering(
                FaultyServer.reply(400, "{\"__type\":\"RequestExpired\"}", "Date: " + date),
                FaultyServer.reply(200, FINE));
        wire.close();
        wire = wire(server.place(), slow);

        assertThat(ask().join().requestId()).isEqualTo("request-1");
        assertThat(signedAt(1)).isAfter(signedAt(0).plus(Duration.ofMinutes(119)));
    }

    @Test
    void secretsAreNotPrinted() {
        assertThat(request().toString()).doesNotContain("secret", "token", "ASIA");
    }

    private Instant signedAt(int index) {
        var line = server.requests()
                .get(index)
                .lines()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("x-amz-date:"))
                .findFirst()
                .orElseThrow();
        return Instant.from(DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
                .withZone(ZoneOffset.UTC)
                .parse(line.substring(line.indexOf(':') + 1).strip()));
    }

    private CompletableFuture<KmsReply> ask() {
        return wire.ask(request()).toCompletionStage().toCompletableFuture();
    }

    private Throwable failure() {
        return failureOf(ask());
    }

    private Throwable failureAt(String place) {
        wire.close();
        wire = wire(URI.create(place), Clock.systemUTC());
        return failure();
    }

    private static Throwable failureOf(CompletableFuture<KmsReply> answer) {
        return answer.handle((reply, failure) -> failure instanceof CompletionException ? failure.getCause() : failure)
                .join();
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause);
    }

    private void wireWithin(Duration limit) {
        wire.close();
        wire = wire(server.place(), limit, Clock.systemUTC());
    }

    private static KmsWire wire(URI place, Clock clock) {
        return wire(place, PATIENCE, clock);
    }

    private static KmsWire wire(URI place, Duration limit, Clock clock) {
        return new KmsWire(vertx, "eu-west-1", new KmsWire.Settings(place, limit, CONNECTIONS), clock);
    }

    private static KmsRequest request() {
        return new KmsRequest(
                "DescribeKey",
                new JsonObject().put("KeyId", "key"),
                AwsSessionCredentials.create("ASIA", "secret", "token"),
                Optional.empty());
    }
}
