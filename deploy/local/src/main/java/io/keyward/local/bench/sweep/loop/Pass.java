package io.keyward.local.bench.sweep.loop;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DecryptResponse;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.EncryptResponse;

/** Once through all targets, so many at a time: whoever has done with one takes the next. The first answer that is not as it should be ends it. */
final class Pass {
    private static final SdkBytes PLAINTEXT = SdkBytes.fromUtf8String(Target.PLAINTEXT);

    /** Whatever fails after it is the failure of a stage, and is not lost with the thread that it happens on. */
    private static final CompletableFuture<Void> START = CompletableFuture.completedFuture(null);

    private final Clients clients;
    private final Sessions sessions;
    private final List<Target> targets;
    private final AtomicInteger at = new AtomicInteger();
    private final AtomicInteger atWork = new AtomicInteger();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Pass(Clients clients, Sessions sessions, List<Target> targets) {
        this.clients = clients;
        this.sessions = sessions;
        this.targets = targets;
    }

    /** Completes when all are done, or with what was wrong. */
    CompletableFuture<Void> run(int inFlight) {
        atWork.set(inFlight);
        for (int i = 0; i < inFlight; i++) {
            next();
        }
        return done;
    }

    private void next() {
        int mine = at.getAndIncrement();
        if (mine < targets.size() && !done.isDone()) {
            var unused = START.thenCompose(ignored -> check(targets.get(mine)))
                    .whenComplete((ignored, failure) -> settle(failure));
        } else if (atWork.decrementAndGet() == 0) {
            done.complete(null);
        }
    }

    private void settle(@Nullable Throwable failure) {
        if (failure == null) {
            next();
        } else {
            done.completeExceptionally(failure);
        }
    }

    private CompletableFuture<Void> check(Target target) {
        KmsAsyncClient kms = clients.kms(target.region());
        return sessions.of(target).thenCompose(session -> describe(kms, target, session)
                .thenCompose(described -> decrypt(kms, target, session))
                .thenCompose(decrypted -> encrypt(kms, target, session)));
    }

    private static CompletableFuture<Void> describe(KmsAsyncClient kms, Target target, AwsCredentialsProvider session) {
        return kms.describeKey(request -> as(session, request.keyId(target.key().arn())))
                .thenAccept(expect(target, (DescribeKeyResponse answer) -> answer.keyMetadata()
                        .keyStateAsString()
                        .equals("Enabled")));
    }

    private static CompletableFuture<Void> decrypt(KmsAsyncClient kms, Target target, AwsCredentialsProvider session) {
        SdkBytes ciphertext = SdkBytes.fromByteArrayUnsafe(target.key().blob());
        return kms.decrypt(request -> as(
                        session,
                        request.keyId(target.key().arn())
                                .encryptionContext(target.encryptionContext())
                                .ciphertextBlob(ciphertext)))
                .thenAccept(expect(target, (DecryptResponse answer) -> PLAINTEXT.equals(answer.plaintext())));
    }

    private static CompletableFuture<Void> encrypt(KmsAsyncClient kms, Target target, AwsCredentialsProvider session) {
        return kms.encrypt(request -> as(
                        session,
                        request.keyId(target.key().arn())
                                .encryptionContext(target.encryptionContext())
                                .plaintext(PLAINTEXT)))
                .thenAccept(expect(
                        target,
                        (EncryptResponse answer) -> answer.ciphertextBlob().asByteArrayUnsafe().length > 0));
    }

    private static void as(AwsCredentialsProvider session, AwsRequest.Builder request) {
        request.overrideConfiguration(override -> override.credentialsProvider(session));
    }

    private static <R> Consumer<R> expect(Target target, Predicate<R> right) {
        return answer -> {
            if (!right.test(answer)) {
                throw new IllegalStateException(target.key().arn() + " answered " + answer);
            }
        };
    }
}
