package io.keyward.local.chaos.validation;

import com.fasterxml.jackson.databind.JsonNode;
import io.keyward.local.chaos.blow.Struck;
import io.keyward.local.chaos.validation.Town.Resident;
import io.keyward.local.chaos.validation.audit.NoticeRules;
import io.keyward.local.chaos.validation.audit.NoticeRules.Away;
import io.keyward.local.chaos.validation.audit.Reading;
import io.keyward.local.chaos.validation.audit.StateRules;
import io.keyward.local.chaos.validation.audit.StateRules.Found;
import io.keyward.local.chaos.validation.audit.StopRules;
import io.keyward.local.chaos.validation.truth.Act;
import io.keyward.local.chaos.validation.truth.Truth;
import io.keyward.local.chaos.validation.world.EventArchive;
import io.keyward.local.chaos.validation.world.EventArchive.Published;
import io.keyward.local.client.Patience;
import io.keyward.local.stack.LocalStack;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Lets all heal, turns every key round once more, and compares what there is with what was true. */
final class Aftermath {
    private static final Duration LIMIT = Duration.ofSeconds(120);
    /** For how long a blow makes itself felt: work that was claimed just before it is claimed again just after it, and both are carried out. */
    private static final Duration ECHO = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final LocalStack stack;
    private final Town town;
    private final OwnFault ownFault;
    private final Consumer<String> told;
    private final List<String> findings = new ArrayList<>();

    Aftermath(LocalStack stack, Town town, OwnFault ownFault, Consumer<String> told) {
        this.stack = stack;
        this.town = town;
        this.ownFault = ownFault;
        this.told = told;
    }

    /** What is wrong in the end, a sentence each. Everything is served again, and nobody does anything any more. */
    List<String> audit(List<Struck> struck) {
        town.recipient().behave();
        everybody(resident -> resident.tenant().perform(act(Act.Kind.CALM)));
        Instant healed = Instant.now();
        settle("every cluster is as its key demands", this::states);
        settle("every key was checked since all serves again", () -> unchecked(healed));
        everybody(this::turn);
        settle("every key was turned round, and every cluster followed", this::states);
        ourselves();
        settle("nothing waits to be sent", () -> new Outboxes(stack.postgres()).waiting());
        List<Away> away = struck.stream()
                .map(blow -> new Away(blow.from(), blow.until().plus(ECHO)))
                .toList();
        settle("everybody was told of everything", () -> notices(away));
        history();
        findings.addAll(Arrivals.forged(town.recipient()));
        town.residents().forEach(resident -> findings.addAll(resident.tenant().complaints()));
        return findings;
    }

    /** No role lets us in any more, our own included: nothing follows for anybody, operators are told once, and it ends by itself. */
    private void ourselves() {
        settle("operators have nothing to mend", () -> ownAlerts(0));
        Map<String, Integer> before = OwnFault.beginnings(archive());
        ownFault.begin();
        settle("our own role fails, and every key is unverified", () -> checked(true));
        settle("operators are told", () -> ownAlerts(1));
        findings.addAll(states());
        ownFault.end();
        settle("our own role works, and every key is checked again", () -> checked(false));
        settle("operators are told that it is over", () -> ownAlerts(0));
        findings.addAll(states());
        Set<String> alerts = OwnFault.begunSince(before, archive());
        if (alerts.size() != 1) {
            findings.add("operators were told of one fault of ours by the alerts " + alerts);
        }
    }

    private List<String> ownAlerts(int expected) {
        Set<String> open = OwnFault.open(archive());
        return open.size() == expected ? List.of() : List.of("open alerts about our own role: " + open);
    }

    /** Whose last check does not say so. */
    private List<String> checked(boolean ownFaultSeen) {
        return town.residents().stream()
                .map(Resident::tenant)
                .filter(tenant -> ownFaultSeen
                        != tenant.lastReason().filter(OwnFault.REASON::equals).isPresent())
                .map(tenant -> "%s was last checked with %s".formatted(tenant.keyArn(), tenant.lastReason()))
                .toList();
    }

    private void settle(String what, Supplier<List<String>> look) {
        Instant begun = Instant.now();
        List<String> wrong = Patience.look(LIMIT, PAUSE, look, List::isEmpty);
        findings.addAll(wrong);
        double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
        told.accept("%s: %s, after %.1f s".formatted(what, wrong.isEmpty() ? "yes" : "no", seconds));
    }

    private List<String> states() {
        Truth truth = town.truth().truth();
        Map<String, String> actual = town.driver().actual();
        return town.residents().stream()
                .map(Resident::tenant)
                .flatMap(tenant -> StateRules.audit(
                        new StateRules.Project(tenant.groupId(), truth.isAway(tenant.keyArn()), tenant.wanted()),
                        tenant.clusters().stream()
                                .map(cluster -> found(cluster, actual))
                                .toList())
                        .stream())
                .toList();
    }

    private static Found found(JsonNode cluster, Map<String, String> actual) {
        return new Found(
                cluster.path("name").asText(),
                cluster.path("stateName").asText(),
                cluster.path("paused").asBoolean(),
                actual.getOrDefault(cluster.path("id").asText(), "unknown"));
    }

    private List<String> unchecked(Instant healed) {
        return town.residents().stream()
                .map(Resident::tenant)
                .filter(tenant -> tenant.checkedAt().filter(healed::isBefore).isEmpty())
                .map(tenant -> tenant.keyArn() + " is not checked any more")
                .toList();
    }

    /** What is there is taken away, and what was taken away is given back. */
    private void turn(Resident resident) {
        Act.Kind cure = resident.plan().cure();
        resident.tenant().perform(act(cure == Act.Kind.CALM ? Act.Kind.DISABLE : cure));
    }

    private List<String> notices(List<Away> away) {
        town.recipient().readMails();
        return NoticeRules.audit(new Reading(payloads()).alerts(), arrived(), away);
    }

    private void history() {
        List<Published> all = archive();
        Reading reading = new Reading(all.stream().map(Published::value).toList());
        Truth truth = town.truth().truth();
        var verdicts = reading.verdicts();
        findings.addAll(StopRules.audit(verdicts, truth, ValidationTuning.COUNTS, ValidationTuning.INTERVAL));
        all.stream().filter(Published::isDeadLetter).forEach(letter -> findings.add("nobody could take in " + letter));
        reading.lastVerdicts().forEach((key, verdict) -> {
            if (!verdict.equals(truth.isAway(key) ? "REVOKED" : "VALID")) {
                findings.add(key + " is believed to be " + verdict + ", and is not");
            }
        });
        told.accept(
                "in all: %d times a key was condemned and %d times found valid, %d requests to stop, %d alerts, %d notices"
                        .formatted(
                                verdicts.condemnations().size(),
                                verdicts.acquittals().size(),
                                verdicts.stops().size(),
                                reading.alerts().size(),
                                arrived().size()));
    }

    private List<NoticeRules.Arrived> arrived() {
        return Arrivals.of(town.recipient(), new Outboxes(stack.postgres()).triedAgain());
    }

    private List<JsonNode> payloads() {
        return archive().stream().map(Published::value).toList();
    }

    private List<Published> archive() {
        return EventArchive.read(stack.addresses().kafka());
    }

    private void everybody(Consumer<Resident> deed) {
        Stream.of(town.residents()).flatMap(List::stream).parallel().forEach(deed);
    }

    private static Act act(Act.Kind kind) {
        return new Act(kind, Duration.ZERO, "");
    }
}
