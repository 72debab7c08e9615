package io.keyward.telemetry;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that a line of the log may say in fields of its own. The names are what people search for, and are never renamed. */
public enum LogField {
    REQUEST_ID(
            "requestId",
            "the request that it is about: as the client sent it in `X-Request-Id`, else the id of its trace; the answer has it, too"),
    TRACE_ID("traceId", "the trace of W3C that the request or the event came with, else the one that it begins"),
    EVENT_ID("eventId", "the event from Kafka that is being handled, its `ce_id`"),
    SUBJECT("subject", "the aggregate that this event is about, its `ce_subject`"),
    GROUP_ID("groupId", "the project"),
    KEY_USE_ID("keyUseId", "a key in a region, as in `…/keyUses`"),
    CLUSTER_ID("clusterId", "a cluster"),
    ENDPOINT_ID("endpointId", "a private endpoint"),
    CREDENTIAL_ID("credentialId", "a credential; never what is secret of it"),
    SNAPSHOT_ID("snapshotId", "a snapshot"),
    PROVIDER("provider", "`AWS`, `AZURE` or `GCP`"),
    REGION("region", "a region, as its provider spells it"),
    PLACE("place", "a provider and a region, where endpoints are looked at"),
    REFERENCE("reference", "the cloud's own id of an endpoint"),
    PROVIDER_REQUEST_ID("providerRequestId", "the provider's own id of a call, which the customer's trail has, too"),
    TOPIC("topic", "a topic of Kafka"),
    PARTITION("partition", "its partition"),
    OFFSET("offset", "the place in it"),
    POSITION("position", "a row of the outbox"),
    FROZEN("frozen", "whether operators froze the enforcement"),
    DECISION("decision", "what they decided about held keys"),
    ALL("all", "whether about all of them"),
    BY("by", "the id of who did it");

    private static final Map<String, LogField> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(LogField::text, Function.identity()));

    private final String text;
    private final String meaning;

    LogField(String text, String meaning) {
        this.text = text;
        this.meaning = meaning;
    }

    /** Its name in the log. */
    public String text() {
        return text;
    }

    /** What it says, for the page that lists them. */
    public String meaning() {
        return meaning;
    }

    static Optional<LogField> of(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }
}
