package io.keyward.validation.alert.channel;

/**
 * Something that only a channel may see.
 *
 * @param sealed for whoever delivers: sealed with {@link Sealing}, in Base64
 * @param shown what people see of it
 */
public record Secret(String sealed, String shown) {

    @Override
    public String toString() {
        return shown;
    }
}
