package io.keyward.simulator.azure.entra;

/** A refusal on its way to the client. Without a stack trace, because being refused is not a bug. */
final class EntraFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final EntraRefusal refusal;
    private final String text;

    EntraFault(EntraRefusal refusal, String text) {
        super(text, null, false, false);
        this.refusal = refusal;
        this.text = text;
    }

    EntraFault(EntraRefusal refusal) {
        this(refusal, refusal.text());
    }

    EntraRefusal refusal() {
        return refusal;
    }

    String text() {
        return text;
    }
}
