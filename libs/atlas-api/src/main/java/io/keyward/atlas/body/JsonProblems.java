package io.keyward.atlas.body;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in a client's words what a JSON parser found: the place in the document and what belongs there, never the value that was sent. */
final class JsonProblems {
    private static final String DUPLICATE = "Duplicate field";
    private static final String A_TIME = "2026-01-31T12:00:00Z";

    private JsonProblems() {}

    static Refusal explain(JsonProcessingException problem) {
        return cause(problem, Refusal.class)
                .or(() -> cause(problem, StreamConstraintsException.class).map(tooDeep -> excessive()))
                .or(() -> cause(problem, InputCoercionException.class).map(JsonProblems::outOfRange))
                .or(() -> cause(problem, StreamReadException.class).map(JsonProblems::malformed))
                .orElseGet(() -> problem instanceof JsonMappingException mapping
                        ? unusable(mapping)
                        : Refusal.of(ErrorCode.MALFORMED_JSON));
    }

    private static Refusal excessive() {
        return Refusal.of(ErrorCode.MALFORMED_JSON)
                .withDetail("The request body is nested too deeply, or holds a name or number that is too long.");
    }

    private static Refusal outOfRange(InputCoercionException problem) {
        return cannotBeUsed(pathOf(problem.getProcessor()), "a smaller number");
    }

    private static Refusal malformed(StreamReadException problem) {
        if (problem.getOriginalMessage().startsWith(DUPLICATE)) {
            String path = pathOf(problem.getProcessor());
            return Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path)
                    .withDetail("The attribute " + path + " is given more than once.");
        }
        JsonLocation at = problem.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        return Refusal.of(ErrorCode.MALFORMED_JSON)
                .withDetail("The request body is not well-formed JSON" + where + ".");
    }

    private static Refusal unusable(JsonMappingException problem) {
        String path = JsonPaths.of(problem.getPath());
        return switch (problem) {
            case UnrecognizedPropertyException unknown ->
                Refusal.of(ErrorCode.INVALID_ATTRIBUTE, path).withField(path, "is not known here");
            case InvalidTypeIdException subtype -> wrongKind(path);
            case ValueInstantiationException refused -> cannotBeUsed(path, "another value");
            case MismatchedInputException mismatch -> mismatch(mismatch, path);
            default -> path.isEmpty() ? Refusal.of(ErrorCode.INVALID_JSON) : cannotBeUsed(path, "another value");
        };
    }

    private static Refusal mismatch(MismatchedInputException problem, String path) {
        Class<?> target = problem.getTargetType();
        if (path.isEmpty()) {
            return Refusal.of(ErrorCode.INVALID_JSON);
        }
        if (target != null && Temporal.class.isAssignableFrom(target)) {
            return Refusal.of(ErrorCode.INVALID_DATE_FORMAT, path).withField(path, "must be a time as in " + A_TIME);
        }
        if (target != null && target.isEnum()) {
            String values = Arrays.stream(target.getEnumConstants())
                    .map(Object::toString)
                    .collect(Collectors.joining(", "));
            return Refusal.of(ErrorCode.INVALID_ENUM_VALUE, path, values).withField(path, "must be one of " + values);
        }
        return cannotBeUsed(path, expected(target));
    }

    static Refusal cannotBeUsed(String path, String expected) {
        return Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, path)
                .withDetail("The value of " + (path.isEmpty() ? "the request body" : path) + " cannot be used: "
                        + expected + " is expected.")
                .withField(path, "must be " + expected);
    }

    private static Refusal wrongKind(String path) {
        return Refusal.of(ErrorCode.INVALID_JSON_ATTRIBUTE, path)
                .withDetail("What kind of object " + (path.isEmpty() ? "the request body" : path)
                        + " is cannot be told: the attribute that says so is missing or unknown.");
    }

    private static String expected(@Nullable Class<?> target) {
        if (target == null) {
            return "another value";
        }
        if (target == boolean.class || target == Boolean.class) {
            return "true or false";
        }
        if (target.isPrimitive() || Number.class.isAssignableFrom(target)) {
            return "a number";
        }
        if (CharSequence.class.isAssignableFrom(target)) {
            return "text";
        }
        return Collection.class.isAssignableFrom(target) || target.isArray() ? "an array" : "an object";
    }

    private static String pathOf(@Nullable Object processor) {
        return processor instanceof JsonParser parser ? JsonPaths.of(parser.getParsingContext()) : "";
    }

    private static <T> Optional<T> cause(Throwable problem, Class<T> type) {
        return Stream.iterate(problem, cause -> cause != null, Throwable::getCause)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
