package io.keyward.contracts;

import java.util.Map;

/** An API key from its first day to its last, and a token that did not live out its hour. */
final class AccessSamples {
    private static final String KEY = "6721f0a4c2b1d83e5f9000d3";
    private static final String CLIENT = "mdb_sa_id_6721f0a4c2b1d83e5f9000d5";
    private static final Actor ACCOUNT =
            new Actor(Actor.SERVICE_ACCOUNT, "6721f0a4c2b1d83e5f9000d4", CLIENT, "192.0.2.18");
    private static final Actor OPERATOR = new Actor(Actor.OPERATOR, "3f6c1d52", "ada@example.com", "192.0.2.50");

    private AccessSamples() {}

    static Map<String, Event> all() {
        return Map.of(
                "keyward.credential.created.v1",
                new AccessEvent.CredentialCreated(
                        KEY,
                        revision(1),
                        Samples.at("08:05:00"),
                        Samples.OWNER,
                        Samples.ORG,
                        AccessEvent.API_KEY,
                        "kwreadon"),
                "keyward.credential.updated.v1",
                new AccessEvent.CredentialUpdated(
                        KEY,
                        revision(2),
                        Samples.at("08:06:00"),
                        OPERATOR,
                        Samples.ORG,
                        AccessEvent.API_KEY,
                        "kwreadon"),
                "keyward.credential.deleted.v1",
                new AccessEvent.CredentialDeleted(
                        KEY,
                        revision(3),
                        Samples.at("08:07:00"),
                        ACCOUNT,
                        Samples.ORG,
                        AccessEvent.API_KEY,
                        "kwreadon"),
                "keyward.token.revoked.v1",
                new AccessEvent.TokenRevoked(
                        "6721f0a4c2b1d83e5f9000e1",
                        revision(1),
                        Samples.at("08:08:00"),
                        ACCOUNT,
                        Samples.ORG,
                        CLIENT,
                        Samples.at("09:00:00")));
    }

    private static long revision(int counter) {
        return Samples.EPOCH_ONE + counter;
    }
}
