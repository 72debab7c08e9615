package io.keyward.local.chaos.endpoint;

import io.keyward.local.client.DigestClient.Reply;
import io.keyward.local.client.Patience;
import io.keyward.local.cloud.CloudControl;
import io.keyward.local.cloud.CloudEndpoint;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Does what is planned: spots side by side, the acts of one after the other. Remembers what the owners wanted last, and what was answered that should not be. */
final class EndpointActor {
    private static final int ACCEPTED = 202;
    private static final int DONE = 204;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String WEATHER = "chaos";
    private static final String WAITING = "pendingAcceptance";
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final EndpointApi api;
    private final CloudControl cloud;
    private final List<String> groupIds;
    private final Map<Spot, Boolean> wanted = new ConcurrentHashMap<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();

    EndpointActor(EndpointApi api, CloudControl cloud, List<String> groupIds) {
        this.api = api;
        this.cloud = cloud;
        this.groupIds = List.copyOf(groupIds);
    }

    /** Begins a round; complete once all that was asked is answered. */
    CompletableFuture<Void> perform(Round round) {
        blow(round.weather());
        Map<Spot, List<Act>> bySpot = round.acts().stream()
                .collect(Collectors.groupingBy(Act::spot, LinkedHashMap::new, Collectors.toList()));
        return CompletableFuture.allOf(
                bySpot.values().stream().map(this::inOrder).toArray(CompletableFuture[]::new));
    }

    void blow(Weather weather) {
        if (weather == Weather.FAIR) {
            cloud.calm(WEATHER);
        } else {
            cloud.disturb(WEATHER, weather.disturbance());
        }
    }

    /** Lets in whatever waits for that. */
    void approveAll() {
        cloud.endpoints().stream()
                .filter(endpoint -> endpoint.state().equals(WAITING))
                .forEach(endpoint -> cloud.happen(endpoint.id(), "activate"));
    }

    /** Where an endpoint is wanted, and where none is any more; spots that nobody spoke of are missing. */
    Map<Spot, Boolean> wanted() {
        return Map.copyOf(wanted);
    }

    /** What the API answered that it should not have. */
    List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** What there is in the cloud that has not left it, by spot. */
    Map<Spot, List<CloudEndpoint>> inCloud() {
        return cloud.endpoints().stream()
                .filter(endpoint -> !endpoint.isLeaving())
                .collect(Collectors.groupingBy(this::spotOf));
    }

    private CompletableFuture<Void> inOrder(List<Act> acts) {
        CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
        for (Act act : acts) {
            Executor then = CompletableFuture.delayedExecutor(
                    act.equals(acts.getFirst()) ? act.after().toMillis() : 0,
                    TimeUnit.MILLISECONDS,
                    task -> Thread.ofVirtual().name("chaos-act").start(task));
            done = done.thenRunAsync(() -> tryTo(act), then);
        }
        return done;
    }

    private void tryTo(Act act) {
        try {
            act(act);
        } catch (IllegalStateException | IllegalArgumentException e) {
            complaints.add(act.spot() + ": " + act.kind().word() + " went wrong: " + e.getMessage());
        }
    }

    private void act(Act act) {
        switch (act.kind()) {
            case ASK -> ask(act.spot());
            case WITHDRAW -> withdraw(act.spot());
            case VANISH -> strike(act.spot(), "vanish", CloudEndpoint::isStanding);
            case REMOVE -> strike(act.spot(), "delete", CloudEndpoint::isStanding);
            case REJECT -> strike(act.spot(), "reject", CloudEndpoint::isStanding);
            case APPROVE ->
                strike(act.spot(), "activate", endpoint -> endpoint.state().equals(WAITING));
        }
    }

    /** One that is there already will do, unless it is on its way out: then nothing was asked for. */
    private void ask(Spot spot) {
        Reply reply = api.ask(spot);
        switch (reply.status()) {
            case ACCEPTED -> wanted.put(spot, true);
            case CONFLICT -> {
                if (api.at(spot).stream().anyMatch(record -> !record.isLeaving())) {
                    wanted.put(spot, true);
                }
            }
            default -> complaints.add(spot + ": POST was answered " + reply.status() + " " + reply.text());
        }
    }

    /** Deletes until nothing is left but what is on its way out: meanwhile one may have taken the place of another. */
    private void withdraw(Spot spot) {
        wanted.put(spot, false);
        boolean gone = Patience.until(LIMIT, PAUSE, () -> {
            List<Recorded> left =
                    api.at(spot).stream().filter(record -> !record.isLeaving()).toList();
            left.forEach(this::delete);
            return left.isEmpty();
        });
        if (!gone) {
            complaints.add(spot + ": what was deleted does not go");
        }
    }

    private void delete(Recorded record) {
        Reply reply = api.delete(record);
        if (reply.status() != DONE && reply.status() != NOT_FOUND) {
            complaints.add(record + ": DELETE was answered " + reply.status() + " " + reply.text());
        }
    }

    private void strike(Spot spot, String what, Predicate<CloudEndpoint> whom) {
        inCloud().getOrDefault(spot, List.of()).stream()
                .filter(whom)
                .reduce((older, newer) -> newer)
                .ifPresent(endpoint -> cloud.happen(endpoint.id(), what));
    }

    private Spot spotOf(CloudEndpoint endpoint) {
        return new Spot(groupIds.indexOf(endpoint.projectId()), endpoint.region());
    }
}
