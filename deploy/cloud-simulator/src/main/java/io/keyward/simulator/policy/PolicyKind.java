package io.keyward.simulator.policy;

/** The kinds of policy that take part in a decision, each with the words by which AWS names it in a denial. */
public enum PolicyKind {
    SERVICE_CONTROL("service control policy"),
    RESOURCE_CONTROL("resource control policy"),
    VPC_ENDPOINT("VPC endpoint policy"),
    RESOURCE("resource-based policy"),
    IDENTITY("identity-based policy"),
    PERMISSIONS_BOUNDARY("permissions boundary"),
    SESSION("session policy");

    private final String phrase;

    PolicyKind(String phrase) {
        this.phrase = phrase;
    }

    public String phrase() {
        return phrase;
    }

    /** The phrase with its indefinite article. */
    public String withArticle() {
        return (phrase.startsWith("i") ? "an " : "a ") + phrase;
    }
}
