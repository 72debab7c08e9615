package io.keyward.validation.provider.azure;

import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.Way;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.KeyTrial;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The calls of one check to one vault. All of them reach it: nothing is computed here, though an RSA key's public half could be had. */
final class VaultCalls implements KeyTrial.Calls<KeyBundle> {
    private static final String VERSION = "?api-version=7.4";
    private static final String ALGORITHM = "RSA-OAEP-256";
    private static final byte[] PLAINTEXT = "keyward key check".getBytes(StandardCharsets.UTF_8);

    private final AzureWeb web;
    private final AzureTarget.Key target;
    private final Route route;
    private final BearerToken token;
    private final CallLog calls;

    VaultCalls(AzureWeb web, AzureTarget.Key target, Route route, BearerToken token, CallLog calls) {
        this.web = web;
        this.target = target;
        this.route = route;
        this.token = token;
        this.calls = calls;
    }

    /** The way to the vault, and the region that evidence names. */
    record Route(KeyPath.Open path, String region) {

        Way way() {
            return switch (path) {
                case KeyPath.Public ignored -> Way.INTERNET;
                case KeyPath.Private endpoint -> new Way.Endpoint(endpoint.reference(), endpoint.address());
            };
        }
    }

    @Override
    public KeyTrial.Operations operations() {
        return AzureOperations.USES;
    }

    @Override
    public Uni<Answer<KeyBundle>> describe() {
        return make(AzureOperations.GET_KEY, target.id(), null, reply -> KeyBundle.of(reply.json()));
    }

    @Override
    public Optional<Finding> described(KeyBundle key) {
        if (!key.isRsa()) {
            return Optional.of(new Finding.Wrong(Problem.WRONG_KEY_TYPE, false, "its type is " + key.type()));
        }
        return key.enabled()
                ? Optional.empty()
                : Optional.of(new Finding.Taken(Reason.KEY_DISABLED, AzureOperations.GET_KEY, null));
    }

    @Override
    public Uni<Answer<Probe>> decrypt(Probe probe) {
        return make(
                AzureOperations.DECRYPT,
                target.id() + "/decrypt",
                body(encoded(probe.ciphertext())),
                reply -> probe.openedAs(decoded(reply.text("value")), PLAINTEXT));
    }

    @Override
    public Uni<Answer<Probe>> encrypt() {
        return make(
                AzureOperations.ENCRYPT,
                target.id() + "/encrypt",
                body(encoded(PLAINTEXT)),
                reply -> Probe.of(decoded(reply.text("value"))));
    }

    /** The key without its version: there when only the version is not. */
    Uni<Answer<KeyBundle>> anyVersion() {
        return make(
                AzureOperations.GET_KEY,
                "https://" + target.host() + "/keys/" + target.name(),
                null,
                reply -> KeyBundle.of(reply.json()));
    }

    /** The key among the deleted ones. */
    Uni<Answer<KeyLife>> deletedKey() {
        return make(
                AzureOperations.GET_DELETED_KEY,
                "https://" + target.host() + "/deletedkeys/" + target.name(),
                null,
                reply -> KeyBundle.deleted(reply.json()));
    }

    private <T> Uni<Answer<T>> make(
            String operation, String url, @Nullable String body, Function<CloudReply, T> reading) {
        return calls.make(
                new CallLog.Request(
                        operation, target.id(), route.region(), route.path().reported()),
                () -> web.ask(CloudRequest.asking(url + VERSION, token, body, route.way())),
                reply -> reply.header("x-ms-request-id"),
                reading);
    }

    private static String body(String value) {
        return new JsonObject().put("alg", ALGORITHM).put("value", value).encode();
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
