package io.keyward.atlas;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request is answered with an error body instead of what it asked for, and nothing was changed. Thrown (or failing a {@code Uni}) by
 * whoever finds out; {@code io.keyward.atlas.error} writes it. It is an answer, not a fault: it carries no stack trace and is not logged as
 * an error.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What people send may be as long as a body may be; an answer need not repeat all of it, twice. */
    private static final int LONGEST_SHOWN = 4000;

    private final ErrorCode code;
    private final String detail;
    private final transient List<Object> parameters;
    private final transient List<FieldError> fields;
    private final @Nullable Duration retryAfter;

    private Refusal(
            ErrorCode code,
            String detail,
            List<Object> parameters,
            List<FieldError> fields,
            @Nullable Duration retryAfter) {
        super(code + ": " + detail, null, false, false);
        this.code = code;
        this.detail = detail;
        this.parameters = parameters;
        this.fields = fields;
        this.retryAfter = retryAfter;
    }

    /**
     * A refusal in the code's own words. Of a text longer than {@value #LONGEST_SHOWN} characters the beginning is shown.
     *
     * @param parameters what the code's detail speaks of, in its order; also answered as {@code parameters}, so never a secret
     */
    public static Refusal of(ErrorCode code, Object... parameters) {
        Object[] shown = Stream.of(parameters).map(Refusal::shown).toArray();
        return new Refusal(code, String.format(Locale.ROOT, code.detail(), shown), List.of(shown), List.of(), null);
    }

    /** A refusal that is repeated as it was worded elsewhere. */
    public static Refusal worded(ErrorCode code, String detail, List<?> parameters, List<FieldError> fields) {
        return new Refusal(
                code, detail, Collections.unmodifiableList(new ArrayList<>(parameters)), List.copyOf(fields), null);
    }

    /** The same refusal, explained in other words than the code's own. */
    public Refusal withDetail(String words) {
        return new Refusal(code, words, parameters, fields, retryAfter);
    }

    /** The same refusal, telling the client when to ask again; answered in whole seconds, at least one. */
    public Refusal withRetryAfter(Duration delay) {
        return new Refusal(code, detail, parameters, fields, delay);
    }

    /** The same refusal, with one more field that is wrong. */
    public Refusal withField(String path, String description) {
        List<FieldError> more = Stream.concat(fields.stream(), Stream.of(new FieldError(path, description)))
                .toList();
        return new Refusal(code, detail, parameters, more, retryAfter);
    }

    private static Object shown(Object parameter) {
        if (!(parameter instanceof String text) || text.length() <= LONGEST_SHOWN) {
            return parameter;
        }
        boolean halfCharacter = Character.isHighSurrogate(text.charAt(LONGEST_SHOWN - 1));
        return text.substring(0, halfCharacter ? LONGEST_SHOWN - 1 : LONGEST_SHOWN) + "…";
    }

    public ErrorCode code() {
        return code;
    }

    public String detail() {
        return detail;
    }

    public List<Object> parameters() {
        return new ArrayList<>(parameters);
    }

    public List<FieldError> fields() {
        return fields;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
