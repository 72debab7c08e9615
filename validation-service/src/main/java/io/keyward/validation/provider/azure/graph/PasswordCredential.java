package io.keyward.validation.provider.azure.graph;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A secret of an application, as Graph shows it.
 *
 * @param hint the first three characters of the secret; null of one that is older than hints
 * @param endsAt its last moment
 */
record PasswordCredential(@Nullable String hint, Instant endsAt) {

    /** Those of an application; without the ones whose end cannot be read. */
    static List<PasswordCredential> of(JsonObject application) {
        var listed = application.getValue("passwordCredentials");
        return listed instanceof JsonArray list
                ? list.stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .flatMap(one -> read(one).stream())
                        .toList()
                : List.of();
    }

    private static Optional<PasswordCredential> read(JsonObject one) {
        try {
            var end = OffsetDateTime.parse(String.valueOf(one.getValue("endDateTime")));
            var hint = one.getValue("hint");
            return Optional.of(new PasswordCredential(hint == null ? null : hint.toString(), end.toInstant()));
        } catch (DateTimeParseException unreadable) {
            return Optional.empty();
        }
    }
}
