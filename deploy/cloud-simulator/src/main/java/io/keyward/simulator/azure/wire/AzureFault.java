package io.keyward.simulator.azure.wire;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A refusal on its way to the client: {@code {"error":{"code","message","innererror":{"code"}}}}. Without a stack trace, because being refused is not a
 * bug.
 */
public final class AzureFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final @Nullable String inner;
    private final String text;

    /** @param inner what the inner error says, where there is one: with Key Vault it tells more than the code */
    public AzureFault(int status, String code, @Nullable String inner, String text) {
        super(text, null, false, false);
        this.status = status;
        this.code = code;
        this.inner = inner;
        this.text = text;
    }

    public AzureFault(int status, String code, String text) {
        this(status, code, null, text);
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public Optional<String> inner() {
        return Optional.ofNullable(inner);
    }

    public String text() {
        return text;
    }
}
