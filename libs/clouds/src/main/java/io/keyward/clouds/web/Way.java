package io.keyward.clouds.web;

/** The way a request takes to its host. */
public sealed interface Way {
    /** Over the internet. */
    Way INTERNET = new Internet();

    /** Wherever the host's name leads. */
    record Internet() implements Way {}

    /**
     * Through a private endpoint: the connection goes to its address, and speaks with the host all the same.
     *
     * @param reference the cloud's id of the endpoint
     * @param address host name or IP address of it
     */
    record Endpoint(String reference, String address) implements Way {}
}
