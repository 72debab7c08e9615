package io.keyward.validation.provider.google;

import io.keyward.clouds.google.GoogleWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.Way;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.FindingRules;
import io.keyward.validation.check.asking.KeyTrial;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of one check to Cloud KMS. What is encrypted is bound to the project that checks, so that customers find our checks in their audit log. */
final class KmsCalls implements KeyTrial.Calls<KeyVersion> {
    private static final String ROOT = "https://cloudkms.googleapis.com/v1/";
    private static final byte[] PLAINTEXT = "keyward key check".getBytes(StandardCharsets.UTF_8);

    private final GoogleWeb web;
    private final GoogleTarget.Key target;
    private final String context;
    private final BearerToken token;
    private final CallLog calls;

    /** @param context what ciphertext is bound to */
    KmsCalls(GoogleWeb web, GoogleTarget.Key target, String context, BearerToken token, CallLog calls) {
        this.web = web;
        this.target = target;
        this.context = encoded(context.getBytes(StandardCharsets.UTF_8));
        this.token = token;
        this.calls = calls;
    }

    @Override
    public KeyTrial.Operations operations() {
        return GoogleOperations.USES;
    }

    @Override
    public Uni<Answer<KeyVersion>> describe() {
        return make(GoogleOperations.GET_VERSION, target.version(), null, KeyVersion::of);
    }

    @Override
    public Optional<Finding> described(KeyVersion version) {
        if (version.state().equals("ENABLED")) {
            return version.isSymmetric()
                    ? Optional.empty()
                    : Optional.of(new Finding.Wrong(
                            Problem.WRONG_KEY_USAGE, false, "its algorithm is " + version.algorithm()));
        }
        var failure = new Failure(
                GoogleFailures.state(version.state()),
                version.state(),
                "the version's state is " + version.state(),
                null);
        return Optional.of(FindingRules.failed(GoogleOperations.GET_VERSION, failure, true, false));
    }

    /** By the key: which version made the ciphertext, it says itself. */
    @Override
    public Uni<Answer<Probe>> decrypt(Probe probe) {
        var body = new JsonObject()
                .put("ciphertext", encoded(probe.ciphertext()))
                .put("additionalAuthenticatedData", context);
        return make(
                GoogleOperations.DECRYPT,
                target.key() + ":decrypt",
                body.encode(),
                reply -> probe.openedAs(decoded(reply.text("plaintext")), PLAINTEXT));
    }

    /** By the configured version, be it the primary one or not. */
    @Override
    public Uni<Answer<Probe>> encrypt() {
        var body = new JsonObject().put("plaintext", encoded(PLAINTEXT)).put("additionalAuthenticatedData", context);
        return make(
                GoogleOperations.ENCRYPT,
                target.version() + ":encrypt",
                body.encode(),
                reply -> Probe.of(decoded(reply.text("ciphertext"))));
    }

    /** The key, which tells when it is rotated next. */
    Uni<Answer<JsonObject>> key() {
        return make(GoogleOperations.GET_KEY, target.key(), null, CloudReply::json);
    }

    private <T> Uni<Answer<T>> make(
            String operation, String path, @Nullable String body, Function<CloudReply, T> reading) {
        return calls.make(
                new CallLog.Request(operation, target.version(), target.location(), Path.PUBLIC),
                () -> web.ask(CloudRequest.asking(ROOT + path, token, body, Way.INTERNET)),
                reply -> Optional.empty(),
                reading);
    }

    private static byte[] decoded(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
