package io.keyward.atlas;

/**
 * One field of a request that breaks a rule.
 *
 * @param field path of the field as the client wrote it, for example {@code awsKms.region}
 * @param description what is wrong with it, in words
 */
public record FieldError(String field, String description) {}
