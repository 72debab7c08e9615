package io.keyward.simulator.policy;

/** Whether a request may go on, and if not, which kind of policy is why. */
public sealed interface Decision {

    record Allowed() implements Decision {}

    /** @param explicit a statement says Deny; otherwise no statement says Allow */
    record Denied(PolicyKind kind, boolean explicit) implements Decision {

        /** The end of AWS's sentence "… is not authorized to perform: kms:Decrypt on resource: …". */
        public String because(String action) {
            return explicit
                    ? "with an explicit deny in " + kind.withArticle()
                    : "because no " + kind.phrase() + " allows the " + action + " action";
        }
    }
}
