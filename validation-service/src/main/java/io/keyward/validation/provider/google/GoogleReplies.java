package io.keyward.validation.provider.google;

import io.keyward.clouds.google.ServiceAccountKey.UnreadableException;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.RefusedException;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Failure.Kind;
import io.keyward.validation.check.asking.NetworkFailures;
import io.keyward.validation.credential.NotAtHandException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.stream.Stream;

/** Reads what Google replied to a call that failed. */
final class GoogleReplies {
    private GoogleReplies() {}

    /** Whose refusal it is. */
    enum Service {
        /** Cloud KMS, asked as a customer's service account. */
        KMS,
        /** Cloud KMS, asked as a service account of ours that the customer let in. */
        KMS_AS_OURSELVES,
        /** The token of a customer's service account. */
        TOKEN,
        /** Our own token. */
        OWN_TOKEN,
        IMPERSONATION
    }

    static Failure classify(Throwable thrown, Service service) {
        return switch (thrown) {
            case RefusedException refused -> refused(refused.reply(), service);
            case NotAtHandException missing ->
                new Failure(Kind.CREDENTIALS_NOT_AT_HAND, "CredentialsNotAtHand", missing.getMessage(), null);
            case UnreadableException unreadable ->
                new Failure(
                        service == Service.OWN_TOKEN ? Kind.OUR_CREDENTIALS : Kind.CREDENTIALS_INVALID,
                        "InvalidKeyFile",
                        unreadable.getMessage(),
                        null);
            case IllegalStateException missing
            when service == Service.OWN_TOKEN ->
                new Failure(Kind.OUR_CREDENTIALS, "NoServiceAccount", missing.getMessage(), null);
            default -> NetworkFailures.classify(thrown);
        };
    }

    private static Failure refused(CloudReply reply, Service service) {
        var body = reply.json();
        return body.getValue("error") instanceof String error
                ? token(reply, body, error, service)
                : api(reply, body, service);
    }

    private static Failure token(CloudReply reply, JsonObject body, String error, Service service) {
        var words = body.getString("error_description", "");
        boolean ourselves = service == Service.OWN_TOKEN;
        return new Failure(GoogleFailures.token(reply.status(), error, words, ourselves), error, words, null);
    }

    private static Failure api(CloudReply reply, JsonObject body, Service service) {
        var error = body.getJsonObject("error", new JsonObject());
        var status = error.getString("status", status(reply.status()));
        var message = error.getString("message", "");
        var reason = reason(error.getJsonArray("details", new JsonArray()));
        var kind = service == Service.IMPERSONATION
                ? GoogleFailures.impersonation(status, reason, message)
                : GoogleFailures.kms(status, reason, message, service == Service.KMS_AS_OURSELVES);
        return new Failure(kind, reason.isEmpty() ? status : reason, message, null);
    }

    /** The reason of an ErrorInfo, else the type of what was violated. */
    private static String reason(JsonArray details) {
        return objects(details)
                .map(detail -> detail.getString("reason", ""))
                .filter(reason -> !reason.isEmpty())
                .findFirst()
                .or(() -> objects(details)
                        .flatMap(detail -> objects(detail.getJsonArray("violations", new JsonArray())))
                        .map(violation -> violation.getString("type", ""))
                        .findFirst())
                .orElse("");
    }

    private static Stream<JsonObject> objects(JsonArray array) {
        return array.stream().filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
    }

    /** For replies without a body. */
    private static String status(int http) {
        return switch (http) {
            case 401 -> "UNAUTHENTICATED";
            case 429 -> "RESOURCE_EXHAUSTED";
            case 500, 502 -> "INTERNAL";
            case 503 -> "UNAVAILABLE";
            case 504 -> "DEADLINE_EXCEEDED";
            default -> "HTTP " + http;
        };
    }
}
