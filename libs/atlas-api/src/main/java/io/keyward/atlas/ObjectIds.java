package io.keyward.atlas;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Ids of 24 lower-case hexadecimal characters: four bytes of seconds, five random bytes of this process and a counter of three bytes. They
 * sort by the time they were made, to the second. Not secret and not unguessable.
 */
public final class ObjectIds {
    private static final Pattern FORMAT = Pattern.compile("[0-9a-f]{24}");
    private static final int SIZE = 12;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long PROCESS = RANDOM.nextLong() & 0xFF_FFFF_FFFFL;
    private static final AtomicInteger COUNTER = new AtomicInteger(RANDOM.nextInt());

    private ObjectIds() {}

    /** A new id, unlike every other one. */
    public static String next() {
        return next(InstantSource.system());
    }

    static String next(InstantSource clock) {
        int counter = COUNTER.getAndIncrement() & 0xFF_FFFF;
        ByteBuffer bytes = ByteBuffer.allocate(SIZE)
                .putInt((int) clock.instant().getEpochSecond())
                .putLong(PROCESS << 24 | counter);
        return HexFormat.of().formatHex(bytes.array());
    }

    /** Whether this could be an id, known or not. */
    public static boolean isValid(String id) {
        return FORMAT.matcher(id).matches();
    }
}
