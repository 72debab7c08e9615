package io.keyward.clouds.aws.kms;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * KMS of one region, asked in its own protocol. A question is signed, sent and read on the event loop of whoever asks, over connections that stay open, as many
 * as are allowed and no more. It is repeated once at most; repeating is the schedule's business.
 */
public final class KmsWire {
    private static final int MOST_BYTES = 256 * 1024;
    private static final int KEEP_ALIVE_SECONDS = 30;
    private static final int WAITING_PER_CONNECTION = 16;
    private static final long SHORTEST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 60;

    private final Vertx vertx;
    private final HttpClient client;
    private final KmsSigner signer;
    private final Settings settings;

    KmsWire(Vertx vertx, String region, Settings settings, Clock clock) {
        this.vertx = vertx;
        this.settings = settings;
        this.signer = new KmsSigner(region, clock);
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) settings.limit().toMillis())
                .setMaxPoolSize(settings.connections())
                .setMaxWaitQueueSize(settings.connections() * WAITING_PER_CONNECTION)
                .setKeepAliveTimeout(KEEP_ALIVE_SECONDS));
    }

    /**
     * How it is reached.
     *
     * @param place where requests go that bring no place of their own
     * @param limit of one question, its repetition included
     * @param connections to one host at once
     */
    record Settings(URI place, Duration limit, int connections) {}

    /**
     * Asks. What is refused fails with an AwsServiceException; without an answer it is an ApiCallTimeoutException or an IOException. Completes on the Vert.x
     * context that it was asked on.
     */
    public Future<KmsReply> ask(KmsRequest request) {
        long begun = System.nanoTime();
        long whole = settings.limit().toMillis();
        return attempt(request, whole * 2 / 3).recover(failure -> {
            long left = whole - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
            boolean signedAnew = signer.learn(KmsAnswers.timeOf(failure));
            return left > LONGEST_PAUSE_MILLIS && (signedAnew || KmsAnswers.isWorthRepeating(failure))
                    ? repeat(request, left)
                    : Future.failedFuture(failure);
        });
    }

    void close() {
        var ignored = client.close();
    }

    private Future<KmsReply> repeat(KmsRequest request, long left) {
        long pause = ThreadLocalRandom.current().nextLong(SHORTEST_PAUSE_MILLIS, LONGEST_PAUSE_MILLIS);
        return vertx.timer(pause).compose(ignored -> attempt(request, left - pause));
    }

    private Future<KmsReply> attempt(KmsRequest request, long limit) {
        var body = request.body().toBuffer();
        var options = signer.sign(
                        request.place().orElse(settings.place()),
                        request.operation(),
                        body.getBytes(),
                        request.credentials())
                .setConnectTimeout(limit);
        long begun = System.nanoTime();
        return client.request(options)
                .compose(opened ->
                        exchange(opened, body, limit - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)))
                .recover(failure -> Future.failedFuture(KmsAnswers.silence(failure, limit)));
    }

    /** What ends without a whole answer takes its connection with it. */
    private static Future<KmsReply> exchange(HttpClientRequest opened, Buffer body, long limit) {
        return opened.send(body)
                .compose(KmsWire::read)
                .timeout(Math.max(1, limit), TimeUnit.MILLISECONDS)
                .onFailure(failure -> {
                    if (!(failure instanceof SdkException)) {
                        opened.reset();
                    }
                });
    }

    private static Future<KmsReply> read(HttpClientResponse response) {
        Promise<KmsReply> reply = Promise.promise();
        var body = Buffer.buffer();
        response.exceptionHandler(reply::tryFail);
        response.endHandler(end -> finish(reply, response, body));
        response.handler(chunk -> {
            if (body.length() + chunk.length() > MOST_BYTES) {
                reply.tryFail(new IOException("KMS answered more than " + MOST_BYTES + " bytes"));
            } else {
                body.appendBuffer(chunk);
            }
        });
        return reply.future();
    }

    private static void finish(Promise<KmsReply> reply, HttpClientResponse response, Buffer body) {
        try {
            reply.tryComplete(KmsAnswers.read(response, body));
        } catch (SdkException | IOException e) {
            reply.tryFail(e);
        }
    }
}
