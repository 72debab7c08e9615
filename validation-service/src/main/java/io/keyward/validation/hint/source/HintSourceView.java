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
 * @param url where it sends events to
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
                baseUrl + HintGate.HINTS + "aws");
    }

    @Override
    public String toString() {
        return "HintSourceView[" + id + "]";
    }
}
