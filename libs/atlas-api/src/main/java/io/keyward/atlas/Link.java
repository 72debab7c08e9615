package io.keyward.atlas;

/**
 * Where to find something related.
 *
 * @param href absolute URL
 * @param rel what is found there: {@code self}, {@code previous}, {@code next}
 */
public record Link(String href, String rel) {}
