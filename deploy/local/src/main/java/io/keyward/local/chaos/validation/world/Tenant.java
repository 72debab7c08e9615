package io.keyward.local.chaos.validation.world;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.validation.truth.Act;
import io.keyward.local.chaos.validation.truth.Act.Effect;
import io.keyward.local.chaos.validation.truth.Truth.Change;
import io.keyward.local.chaos.validation.truth.TruthLog;
import io.keyward.local.client.DigestClient.Reply;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A project with its key and its clusters, and what its people do. Remembers which clusters they want, and what was answered that should not be. */
public final class Tenant {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int ACCEPTED = 202;
    private static final int NOT_FOUND = 404;
    private static final int FAULT = 500;

    private final ProjectApi api;
    private final Customer customer;
    private final TruthLog log;
    private final Map<String, Boolean> wanted = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    Tenant(ProjectApi api, Customer customer, TruthLog log) {
        this.api = api;
        this.customer = customer;
        this.log = log;
    }

    /** ARN of its key. */
    public String keyArn() {
        return customer.property().keyArn();
    }

    /** Its project. */
    public String groupId() {
        return api.groupId();
    }

    /** Does it, and returns when it is acknowledged. */
    public void perform(Act act) {
        try {
            switch (act.kind()) {
                case TRY_AGAIN -> tryAgain();
                case CREATE -> create(act.cluster());
                case DELETE -> delete(act.cluster());
                case PAUSE -> pause(act.cluster(), true);
                case UNPAUSE -> pause(act.cluster(), false);
                case DISABLE, ENABLE, SCHEDULE_DELETION, SAVE, DENY, ALLOW, DISTRUST, TRUST -> change(act.kind());
                case THROTTLE, HANG, FAIL, CUT, FAIL_ROLES, CALM -> change(act.kind());
            }
        } catch (IllegalStateException e) {
            complaints.add(groupId() + ": " + act.kind() + " went wrong: " + e.getMessage());
        }
    }

    /** The clusters that are wanted, and whether a person has paused them. */
    public Map<String, Boolean> wanted() {
        return Map.copyOf(wanted);
    }

    /** What was answered that should not have been. */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Configures another key in place of the one that there is. */
    public void replaceKey() {
        api.useKey(customer.anotherKey(), customer.property().region());
    }

    /** Its clusters, as the API shows them. */
    public List<JsonNode> clusters() {
        return api.clusters();
    }

    /** When its key was checked last, if it ever was. */
    public Optional<Instant> checkedAt() {
        return api.keyChecks().stream()
                .map(check -> Instant.parse(check.path("checkedAt").asText()))
                .max(Instant::compareTo);
    }

    /** Why the last check of its key answered as it did; empty when it found the key usable, and before the first. */
    public Optional<String> lastReason() {
        return api.keyChecks().stream().findFirst().map(check -> check.path("reason")
                .asText(""));
    }

    private void change(Act.Kind kind) {
        Instant before = Instant.now();
        if (kind.effect() == Effect.TAKES_AWAY) {
            log.note("%s began %s %s".formatted(before, kind, keyArn()));
        }
        customer.perform(kind);
        log.add(new Change(keyArn(), kind, before, Instant.now()));
    }

    /** Nobody insists: it may come to nothing, as every call of an impatient person. */
    private void tryAgain() {
        try {
            complainOfFault("Try Again", api.checkNow());
        } catch (IllegalStateException noAnswer) {
            log.note(Instant.now() + " no answer to Try Again of " + keyArn());
        }
    }

    /** Refused because of the key, it is simply not there; unless an earlier attempt, whose answer was lost, had made it. */
    void create(String name) {
        var insisted = api.createCluster(name, customer.property().region());
        boolean made = insisted.reply().status() == CREATED || insisted.again() && isThere(name);
        if (made) {
            wanted.put(name, false);
        }
        complainOfFault("creating " + name, insisted.reply());
    }

    private boolean isThere(String name) {
        return api.clusters().stream()
                .anyMatch(cluster -> cluster.path("name").asText().equals(name));
    }

    private void delete(String name) {
        int status = api.deleteCluster(name).status();
        if (status == ACCEPTED || status == NOT_FOUND) {
            wanted.remove(name);
        } else {
            complaints.add(groupId() + ": deleting " + name + " was answered " + status);
        }
    }

    private void pause(String name, boolean paused) {
        Reply reply = api.pauseCluster(name, paused);
        boolean done = reply.status() == OK || reply.text().contains("CLUSTER_ALREADY_PAUSED");
        if (done) {
            wanted.computeIfPresent(name, (same, before) -> paused);
        }
        complainOfFault("pausing " + name, reply);
    }

    private void complainOfFault(String what, Reply reply) {
        if (reply.status() == FAULT) {
            complaints.add(groupId() + ": " + what + " was answered " + reply.status() + " " + reply.text());
        }
    }
}
