package io.keyward.validation.provider.aws;

import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.Probe;
import io.keyward.validation.provider.aws.Finding.Works;
import io.keyward.validation.provider.aws.Finding.Wrong;
import io.keyward.validation.provider.aws.call.AwsCalls.Answer;
import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import io.keyward.validation.provider.aws.call.AwsOperations;
import io.keyward.validation.provider.aws.call.RoleCalls;
import io.keyward.validation.provider.aws.life.KeyDescription;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One use of a key as the customer's role: its description, then a decrypt of what was encrypted before, then an encrypt. Without ciphertext of
 * before, an encrypt and then a decrypt of that. Neither half alone is believed: a description knows nothing of grants, and use alone knows nothing
 * of what is planned for the key.
 */
final class AwsKeyUse {
    private static final byte[] PLAINTEXT = "keyward key check".getBytes(StandardCharsets.UTF_8);
    private static final String PURPOSE = "keyward-key-check";

    private final RoleCalls calls;
    private final AwsTarget.Key target;
    private final AwsKey key;
    private final boolean disconnectingRevokes;
    /** Fixed for a key use, since ciphertext opens only in the context it was made in; customers find and filter our checks in CloudTrail by it. */
    private final JsonObject encryptionContext;

    /** @param disconnectingRevokes whether a custom key store that is disconnected counts as the customer's word */
    AwsKeyUse(RoleCalls calls, AwsTarget.Key target, AwsKey key, boolean disconnectingRevokes) {
        this.calls = calls;
        this.target = target;
        this.key = key;
        this.disconnectingRevokes = disconnectingRevokes;
        this.encryptionContext = encryptionContext(key);
    }

    /** Makes the calls, and stops at the first that settles the matter. */
    Uni<Used> find() {
        return describe().chain(description -> switch (description) {
            case Answer.Ok<KeyDescription> ok ->
                AwsKeyRules.described(ok.value(), disconnectingRevokes)
                        .map(settled())
                        .orElseGet(() -> use(true))
                        .map(finding -> new Used(finding, ok.value()));
            case Answer.Failed<KeyDescription> failed ->
                notDescribed(failed.failure()).map(finding -> new Used(finding, null));
        });
    }

    private Uni<Finding> notDescribed(AwsFailure failure) {
        return failure.kind() == Kind.ACCESS_DENIED
                ? use(false)
                : settled().apply(failed(AwsOperations.DESCRIBE_KEY, failure));
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
                        : settled().apply(failed(AwsOperations.DECRYPT, failed.failure()));
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
            case Answer.Failed<Probe> failed -> failed(AwsOperations.DECRYPT, failed.failure());
        };
    }

    /** With nothing to decrypt, a role that may not even describe the key was denied everything that could be tried. */
    private Finding nothingEncrypted(AwsFailure failure, boolean described) {
        return described ? notEncrypted(failure, false) : failed(AwsOperations.ENCRYPT, failure);
    }

    private Finding notEncrypted(AwsFailure failure, boolean dataReadable) {
        return failure.kind() == Kind.ACCESS_DENIED
                ? new Wrong(
                        Problem.ENCRYPT_DENIED,
                        dataReadable,
                        "it is denied by " + failure.denial().words())
                : failed(AwsOperations.ENCRYPT, failure);
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
        return calls.ask(AwsOperations.DESCRIBE_KEY, target.arn(), question(), KeyDescription::of);
    }

    private Uni<Answer<Probe>> decrypt(Probe probe) {
        var question = question()
                .put("EncryptionContext", encryptionContext)
                .put("CiphertextBlob", encoded(probe.ciphertext()));
        return calls.ask(
                AwsOperations.DECRYPT,
                target.arn(),
                question,
                answer -> probe.openedAs(decoded(answer, "Plaintext"), PLAINTEXT));
    }

    private Uni<Answer<Probe>> encrypt() {
        var question = question().put("EncryptionContext", encryptionContext).put("Plaintext", encoded(PLAINTEXT));
        return calls.ask(
                AwsOperations.ENCRYPT, target.arn(), question, answer -> Probe.of(decoded(answer, "CiphertextBlob")));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] decoded(JsonObject answer, String field) {
        return Base64.getDecoder().decode(answer.getString(field));
    }

    private JsonObject question() {
        return new JsonObject().put("KeyId", target.arn());
    }

    private static JsonObject encryptionContext(AwsKey key) {
        var context = new JsonObject().put("purpose", PURPOSE).put("project", key.groupId());
        @Nullable String keyUse = key.keyUseId();
        return keyUse == null ? context : context.put("keyUse", keyUse);
    }

    private static Function<Finding, Uni<Finding>> settled() {
        return finding -> Uni.createFrom().item(finding);
    }

    /** @param description null when it may not be read */
    record Used(Finding finding, @Nullable KeyDescription description) {}
}
