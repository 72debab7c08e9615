package io.keyward.secrets.provider.azure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import java.util.Optional;

/** What a refusal by Azure means, by its status and inner code. */
final class AzureKekFailures {
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHENTICATED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERROR = 500;

    private AzureKekFailures() {}

    static KekException withoutToken(int status, JsonObject body) {
        Kind kind = isBusy(status) ? Kind.UNANSWERED : Kind.NOBODY;
        String said =
                text(body, "error_description").or(() -> text(body, "error")).orElse("nothing");
        return new KekException(kind, "Azure gave no token: HTTP " + status + ", " + said);
    }

    static KekException classify(int status, JsonObject body) {
        JsonObject error = object(body, "error");
        String inner = text(object(error, "innererror"), "code").orElse("");
        String code = text(error, "code").orElse("HTTP " + status);
        String said = text(error, "message").map(message -> ": " + message).orElse("");
        return new KekException(
                kind(status, inner), "Azure Key Vault refused: " + code + (inner.isEmpty() ? "" : " " + inner) + said);
    }

    private static Kind kind(int status, String inner) {
        if (isBusy(status)) {
            return Kind.UNANSWERED;
        }
        return switch (status) {
            case UNAUTHENTICATED -> Kind.NOBODY;
            case FORBIDDEN -> inner.startsWith("Key") ? Kind.UNUSABLE_KEY : Kind.DENIED;
            case NOT_FOUND, CONFLICT -> Kind.UNUSABLE_KEY;
            case BAD_REQUEST -> Kind.WRONG_KEYSET;
            default -> Kind.REFUSED;
        };
    }

    private static boolean isBusy(int status) {
        return status == TOO_MANY || status >= SERVER_ERROR;
    }

    private static JsonObject object(JsonObject parent, String field) {
        return parent.get(field) instanceof JsonObject found ? found : new JsonObject();
    }

    private static Optional<String> text(JsonObject object, String field) {
        JsonElement value = object.get(field);
        return value instanceof JsonPrimitive text ? Optional.of(text.getAsString()) : Optional.empty();
    }
}
