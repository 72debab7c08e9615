package io.keyward.simulator.google.world;

import java.util.Arrays;
import java.util.Optional;

/** A value that Google's clients write by its name or by its number, as they please. */
public interface Numbered {

    /** Its number in the protocol. */
    int number();

    String name();

    /** The value that a client means. */
    static <E extends Numbered> Optional<E> find(E[] values, String written) {
        return Arrays.stream(values)
                .filter(value -> value.name().equals(written)
                        || Integer.toString(value.number()).equals(written))
                .findFirst();
    }
}
