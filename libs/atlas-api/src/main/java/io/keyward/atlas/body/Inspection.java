package io.keyward.atlas.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.keyward.atlas.ErrorCode;
import io.keyward.atlas.Refusal;
import java.io.IOException;

/**
 * Looks through a document before anything is made of it, for what is well-formed and still cannot be kept anywhere: the character of code
 * 0, halves of characters, and numbers beyond what a double holds. Found here, it cannot fail later, in the database or in an answer, where it
 * would look like a fault of ours.
 */
final class Inspection {
    private Inspection() {}

    /** @param parser at the start of the document, which is read to its end */
    static void inspect(JsonParser parser) throws IOException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                inspectName(parser);
            } else if (token == JsonToken.VALUE_STRING) {
                inspectText(parser);
            } else if (token.isNumeric()) {
                inspectNumber(parser);
            }
        }
    }

    /** The name itself is not repeated: it could not be written either. */
    private static void inspectName(JsonParser parser) throws IOException {
        if (!isStorable(parser.currentName())) {
            String parent = JsonPaths.of(parser.getParsingContext().getParent());
            throw Refusal.of(ErrorCode.INVALID_ATTRIBUTE, parent)
                    .withDetail("A name in " + (parent.isEmpty() ? "the request body" : parent)
                            + " holds a character that cannot be stored.");
        }
    }

    private static void inspectText(JsonParser parser) throws IOException {
        if (!isStorable(parser.getText())) {
            throw refusal(parser, "text without the character of code 0 and without half characters");
        }
    }

    private static void inspectNumber(JsonParser parser) throws IOException {
        if (!Double.isFinite(parser.getDoubleValue())) {
            throw refusal(parser, "a smaller number");
        }
    }

    private static Refusal refusal(JsonParser parser, String expected) {
        return JsonProblems.cannotBeUsed(JsonPaths.of(parser.getParsingContext()), expected);
    }

    private static boolean isStorable(String text) {
        return text.codePoints()
                .noneMatch(character -> character == 0
                        || (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE));
    }
}
