package io.keyward.validation.provider.azure;

import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.RefusedException;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Failure.Kind;
import io.keyward.validation.check.asking.NetworkFailures;
import io.keyward.validation.credential.NotAtHandException;
import io.vertx.core.json.JsonObject;

/** Reads what Azure replied to a call that failed. */
final class AzureReplies {
    private AzureReplies() {}

    /** @param ourselves whether the call is made as our own application */
    static Failure classify(Throwable thrown, boolean ourselves) {
        return switch (thrown) {
            case RefusedException refused -> refused(refused.reply(), ourselves);
            case NotAtHandException missing ->
                new Failure(Kind.CREDENTIALS_NOT_AT_HAND, "CredentialsNotAtHand", missing.getMessage(), null);
            case OwnApplication.MissingException missing ->
                new Failure(Kind.OUR_CREDENTIALS, "NoApplication", missing.getMessage(), null);
            default -> NetworkFailures.classify(thrown);
        };
    }

    private static Failure refused(CloudReply reply, boolean ourselves) {
        var body = reply.json();
        return body.getValue("error") instanceof String error
                ? entra(reply, body, error, ourselves)
                : vault(reply, body);
    }

    /** Of Entra's words the first line: the others are trace ids and times. */
    private static Failure entra(CloudReply reply, JsonObject body, String error, boolean ourselves) {
        var numbers = body.getJsonArray("error_codes");
        int number = numbers == null || numbers.isEmpty() ? 0 : numbers.getInteger(0);
        var words = body.getString("error_description", "").lines().findFirst().orElse("");
        return new Failure(
                AzureFailures.entra(reply.status(), error, number, ourselves),
                number == 0 ? error : error + " " + number,
                words,
                body.getString("trace_id"));
    }

    private static Failure vault(CloudReply reply, JsonObject body) {
        var error = body.getJsonObject("error", new JsonObject());
        var code = error.getString("code", "HTTP " + reply.status());
        var innerError = error.getJsonObject("innererror");
        var inner = innerError == null ? "" : innerError.getString("code", "");
        var message = error.getString("message", "");
        return new Failure(
                AzureFailures.vault(reply.status(), code, inner, message),
                inner.isEmpty() ? code : inner,
                message,
                reply.header("x-ms-request-id").orElse(null));
    }
}
