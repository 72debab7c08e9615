package io.keyward.secrets.provider.google;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import java.util.Optional;

/** What a refusal by Google Cloud means, by its status. */
final class GoogleKekFailures {
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private GoogleKekFailures() {}

    static KekException withoutToken(int status, JsonObject body) {
        Kind kind = isBusy(status) ? Kind.UNANSWERED : Kind.NOBODY;
        String said =
                text(body, "error_description").or(() -> text(body, "error")).orElse("nothing");
        return new KekException(kind, "Google Cloud gave no token: HTTP " + status + ", " + said);
    }

    static KekException classify(int status, JsonObject body) {
        JsonObject error = body.get("error") instanceof JsonObject object ? object : new JsonObject();
        String name = text(error, "status").orElse("HTTP " + status);
        String said = text(error, "message").map(message -> ": " + message).orElse("");
        return new KekException(kind(status, name), "Google Cloud KMS refused: " + name + said);
    }

    private static Kind kind(int status, String name) {
        if (isBusy(status)) {
            return Kind.UNANSWERED;
        }
        return switch (status) {
            case UNAUTHENTICATED -> Kind.NOBODY;
            case FORBIDDEN -> Kind.DENIED;
            case NOT_FOUND -> Kind.UNUSABLE_KEY;
            default ->
                switch (name) {
                    case "FAILED_PRECONDITION" -> Kind.UNUSABLE_KEY;
                    case "INVALID_ARGUMENT" -> Kind.WRONG_KEYSET;
                    default -> Kind.REFUSED;
                };
        };
    }

    private static boolean isBusy(int status) {
        return status == TOO_MANY || status >= SERVER_ERROR;
    }

    private static Optional<String> text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }
}
