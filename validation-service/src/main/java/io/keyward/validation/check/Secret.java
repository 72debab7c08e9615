package io.keyward.validation.check;

/** What opens a customer's cloud. Never printed. */
public record Secret(String value) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "Secret[…]";
    }
}
