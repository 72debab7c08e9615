package io.keyward.validation.provider.aws;

import io.keyward.clouds.ContextHop;
import io.keyward.clouds.aws.RoleSession;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.aws.AwsCalls.Answer;
import io.keyward.validation.provider.aws.AwsCalls.Request;
import io.keyward.validation.provider.aws.AwsFailure.Kind;
import io.keyward.validation.provider.aws.AwsKeyRules.KeyDescription;
import io.keyward.validation.provider.aws.Finding.Works;
import io.keyward.validation.provider.aws.Finding.Wrong;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.model.DescribeKeyResponse;
import software.amazon.awssdk.services.kms.model.KmsResponse;

/**
 * One use of a key as the customer's role: its description, then a decrypt of what was encrypted before, then an encrypt. Without ciphertext of
 * before, an encrypt and then a decrypt of that. Neither half alone is believed: a description knows nothing of grants, and use alone knows nothing
 * of what is planned for the key.
 */
final class AwsKeyUse {
    private static final SdkBytes PLAINTEXT = SdkBytes.fromUtf8String("keyward key check");

    private final AwsRoute route;
    private final RoleSession session;
    private final AwsTarget.Key target;
    private final AwsKey key;
    private final AwsCalls calls;

    AwsKeyUse(AwsRoute route, RoleSession session, AwsTarget.Key target, AwsKey key, AwsCalls calls) {
        this.route = route;
        this.session = session;
        this.target = target;
        this.key = key;
        this.calls = calls;
    }

    /** Makes the calls, and stops at the first that settles the matter. */
    Uni<Finding> find() {
        return describe().chain(description -> switch (description) {
            case Answer.Ok<KeyDescription> ok ->
                AwsKeyRules.described(ok.value()).map(settled()).orElseGet(() -> use(true));
            case Answer.Failed<KeyDescription> failed ->
                failed.failure().kind() == Kind.ACCESS_DENIED
                        ? use(false)
                        : settled().apply(failed(AwsKeyRules.DESCRIBE_KEY, failed.failure()));
        });
    }

    /** @param described whether DescribeKey was allowed */
    private Uni<Finding> use(boolean described) {
        @Nullable Probe probe = key.probe();
        return probe == null ? encryptAndDecrypt(described) : decryptAndEncrypt(probe, described);
    }

    private Uni<Finding> decryptAndEncrypt(Probe probe, boolean described) {
        return decrypt(probe).chain(decrypted -> switch (decrypted) {
            case Answer.Ok<Probe> ignored -> encrypt().map(encrypted -> encryptedToo(encrypted, described));
            case Answer.Failed<Probe> failed ->
                failed.failure().kind() == Kind.WRONG_CIPHERTEXT
                        ? encryptAndDecrypt(described)
                        : settled().apply(failed(AwsKeyRules.DECRYPT, failed.failure()));
        });
    }

    private Finding encryptedToo(Answer<Probe> encrypted, boolean described) {
        return switch (encrypted) {
            case Answer.Ok<Probe> ignored -> works(null, described);
            case Answer.Failed<Probe> failed -> notEncrypted(failed.failure(), true);
        };
    }

    private Uni<Finding> encryptAndDecrypt(boolean described) {
        return encrypt().chain(encrypted -> switch (encrypted) {
            case Answer.Ok<Probe> ok -> decrypt(ok.value()).map(decrypted -> decryptedToo(decrypted, described));
            case Answer.Failed<Probe> failed -> settled().apply(nothingEncrypted(failed.failure(), described));
        });
    }

    private Finding decryptedToo(Answer<Probe> decrypted, boolean described) {
        return switch (decrypted) {
            case Answer.Ok<Probe> ok -> works(ok.value(), described);
            case Answer.Failed<Probe> failed -> failed(AwsKeyRules.DECRYPT, failed.failure());
        };
    }

    /** With nothing to decrypt, a role that may not even describe the key was denied everything that could be tried. */
    private Finding nothingEncrypted(AwsFailure failure, boolean described) {
        return described ? notEncrypted(failure, false) : failed(AwsKeyRules.ENCRYPT, failure);
    }

    private Finding notEncrypted(AwsFailure failure, boolean dataReadable) {
        return failure.kind() == Kind.ACCESS_DENIED
                ? new Wrong(
                        Problem.ENCRYPT_DENIED,
                        dataReadable,
                        "it is denied by " + failure.denial().words())
                : failed(AwsKeyRules.ENCRYPT, failure);
    }

    private static Finding works(@Nullable Probe freshProbe, boolean described) {
        return described
                ? new Works(freshProbe)
                : new Wrong(Problem.DESCRIBE_KEY_DENIED, true, "the key encrypts and decrypts");
    }

    private Finding failed(String operation, AwsFailure failure) {
        return AwsKeyRules.failed(operation, failure, key.probe() != null);
    }

    private Uni<Answer<KeyDescription>> describe() {
        return call(AwsKeyRules.DESCRIBE_KEY, () -> route.kms()
                        .describeKey(request -> asRole(request.keyId(target.arn()))))
                .map(answer -> mapped(answer, AwsKeyUse::description));
    }

    private Uni<Answer<Probe>> decrypt(Probe probe) {
        return call(AwsKeyRules.DECRYPT, () -> route.kms()
                        .decrypt(request -> asRole(request.keyId(target.arn())
                                .encryptionContext(encryptionContext())
                                .ciphertextBlob(SdkBytes.fromByteArray(probe.ciphertext())))))
                .map(answer -> mapped(answer, ignored -> probe));
    }

    private Uni<Answer<Probe>> encrypt() {
        return call(AwsKeyRules.ENCRYPT, () -> route.kms()
                        .encrypt(request -> asRole(request.keyId(target.arn())
                                .encryptionContext(encryptionContext())
                                .plaintext(PLAINTEXT))))
                .map(answer ->
                        mapped(answer, made -> Probe.of(made.ciphertextBlob().asByteArray())));
    }

    private <R extends KmsResponse> Uni<Answer<R>> call(
            String operation, java.util.function.Supplier<CompletableFuture<R>> sdk) {
        return calls.make(
                        new Request(operation, target.arn(), target.region(), route.reported()),
                        () -> ContextHop.call(sdk),
                        response -> Optional.of(response.responseMetadata().requestId()))
                .map(this::onRoute);
    }

    private <R> Answer<R> onRoute(Answer<R> answer) {
        return switch (answer) {
            case Answer.Ok<R> ok -> ok;
            case Answer.Failed<R> failed -> new Answer.Failed<>(route.read(failed.failure(), calls.now()));
        };
    }

    private void asRole(AwsRequest.Builder request) {
        request.overrideConfiguration(as -> route.carry(as.credentialsProvider(session.credentials())));
    }

    /** Fixed for a key use, since ciphertext opens only in the context it was made in; customers find and filter our checks in CloudTrail by it. */
    private Map<String, String> encryptionContext() {
        var context = new HashMap<>(Map.of("purpose", "keyward-key-check", "project", key.groupId()));
        @Nullable String keyUse = key.keyUseId();
        if (keyUse != null) {
            context.put("keyUse", keyUse);
        }
        return context;
    }

    private static KeyDescription description(DescribeKeyResponse response) {
        var metadata = response.keyMetadata();
        return new KeyDescription(
                metadata.keyStateAsString(),
                metadata.keyUsageAsString(),
                metadata.keySpecAsString(),
                metadata.deletionDate());
    }

    private static <A, B> Answer<B> mapped(Answer<A> answer, Function<A, B> mapping) {
        return switch (answer) {
            case Answer.Ok<A> ok -> new Answer.Ok<>(mapping.apply(ok.value()));
            case Answer.Failed<A> failed -> new Answer.Failed<>(failed.failure());
        };
    }

    private static Function<Finding, Uni<Finding>> settled() {
        return finding -> Uni.createFrom().item(finding);
    }
}
