package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;

/** How a cloud calls things, and what is done about them there. */
public interface Vocabulary {

    /** The key service, for example {@code Azure Key Vault}. */
    String service();

    /** What happened, and what the customer does about it. */
    Said of(Reason reason);

    /** The same of a configuration that cannot work. */
    Said of(Problem problem);

    /** What whoever runs Keyward has to look at when our own identity is not taken. */
    String ourSettings();

    /** What a network policy may be there, and what is done about it. */
    String networkRemedy();

    /**
     * Two sentences for an operator.
     *
     * @param explanation what happened; without the cloud's own words
     * @param remedy what to do
     */
    record Said(String explanation, String remedy) {}
}
