package io.keyward.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The header of W3C that says which trace, and which step of it, something belongs to.
 *
 * @param traceId 32 hexadecimal digits
 * @param spanId 16 of them
 * @param flags 2 of them; the last bit says that the trace is recorded
 */
public record TraceParent(String traceId, String spanId, String flags) {
    /** Of requests, and of records on Kafka. */
    public static final String HEADER = "traceparent";

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-([0-9a-f]{16})-([0-9a-f]{2})");
    private static final HexFormat HEXADECIMAL = HexFormat.of();
    private static final String RECORDED = "01";
    private static final String NOT_RECORDED = "00";

    /** Empty for what is none. */
    public static Optional<TraceParent> of(String header) {
        var form = FORM.matcher(header);
        return form.matches()
                ? Optional.of(new TraceParent(form.group(1), form.group(2), form.group(3)))
                : Optional.empty();
    }

    /** A step of this trace. */
    TraceParent next() {
        return new TraceParent(traceId, random(), flags);
    }

    /** The first step of another trace. */
    static TraceParent first(boolean recorded) {
        return new TraceParent(random() + random(), random(), recorded ? RECORDED : NOT_RECORDED);
    }

    boolean isRecorded() {
        return (Integer.parseInt(flags, 16) & 1) == 1;
    }

    /** As it is sent. */
    public String header() {
        return "00-" + traceId + "-" + spanId + "-" + flags;
    }

    /** Never zero, which would be no id. */
    private static String random() {
        long number = ThreadLocalRandom.current().nextLong();
        return HEXADECIMAL.toHexDigits(number == 0 ? 1 : number);
    }
}
