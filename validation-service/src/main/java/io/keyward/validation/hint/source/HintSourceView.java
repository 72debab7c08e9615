package io.keyward.validation.hint.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A hint source.
 *
 * @param cloudProvider whose events it sends
 * @param headerName the header in which it sends its token
 * @param lastReceivedAt when its last hint came, give or take a minute; absent before the first
 * @param token only in the answer to its creation
 * @param url where it sends events to; of {@code GCP}, in the answer to its creation, with the token, for Pub/Sub sends no headers of anybody's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record HintSourceView(
        String cloudProvider,
        Instant createdAt,
        String headerName,
        String id,
        @Nullable Instant lastReceivedAt,
        @Nullable String token,
        String url) {
    private static final String GCP = "GCP";

    static HintSourceView of(HintSource source, String baseUrl) {
        return of(source, null, baseUrl);
    }

    static HintSourceView of(HintSource source, @Nullable String token, String baseUrl) {
        return new HintSourceView(
                source.provider(),
                source.createdAt(),
                HintGate.HEADER,
                source.id(),
                source.lastReceivedAt(),
                token,
                url(source, token, baseUrl));
    }

    private static String url(HintSource source, @Nullable String token, String baseUrl) {
        var url = baseUrl + HintGate.pathOf(source.provider());
        return token == null || !source.provider().equals(GCP) ? url : url + "?" + HintGate.PARAMETER + "=" + token;
    }

    @Override
    public String toString() {
        return "HintSourceView[" + id + "]";
    }
}
