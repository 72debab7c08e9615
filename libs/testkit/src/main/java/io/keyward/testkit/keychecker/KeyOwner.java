package io.keyward.testkit.keychecker;

import org.jspecify.annotations.Nullable;

/**
 * Somebody who has keys in a cloud, and does with them what owners of keys do; and the checker under test, which looks at them. A key goes by the name that a
 * configuration would give it.
 */
public interface KeyOwner extends AutoCloseable {

    /** A key that encrypts, and that the product may use and look at. */
    String createKey();

    /** A key that the product may look at, and that is made for something else. */
    String createKeyForAnotherUse();

    /** A name under which there is no key, where the product would be told so. */
    String nameOfNoKey();

    void disable(String key);

    void enable(String key);

    /** Deletes it so that it can still be had back. */
    void delete(String key);

    /** Has it back, and ready to be used. */
    void restore(String key);

    /** The product may do nothing with it any more. */
    void deny(String key);

    /** The product may use it and look at it again. */
    void allow(String key);

    /** From now on the cloud does not answer. */
    void goSilent();

    /** From now on the cloud has too much to do. */
    void throttle();

    /** The cloud is well again. */
    void calm();

    /** What the checker says, with nothing of before but {@code probe}. Blocks. May be called by many at once. */
    Checked check(String key, byte @Nullable [] probe);

    @Override
    void close();
}
