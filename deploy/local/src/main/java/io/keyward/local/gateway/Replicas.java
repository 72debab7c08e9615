package io.keyward.local.gateway;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The replicas of one service, which take turns. One that says it is not ready gets nothing new, which is how it asks to be let go before it ends; one
 * that cannot be reached is passed over, for then nothing was sent. Asked for their readiness are only those that have another beside them.
 */
final class Replicas {
    private static final String READY = "/q/health/ready";
    private static final int OK = 200;
    private static final long PROBE_EVERY_MILLIS = 200;
    private static final long PROBE_LIMIT_MILLIS = 1_000;

    private final List<Replica> all;
    private final Set<Replica> away = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turn = new AtomicInteger();

    Replicas(List<Replica> all) {
        this.all = List.copyOf(all);
    }

    /** From now on asks each, again and again, whether it is ready; no answer in time means no. */
    void watch(Vertx vertx, HttpClient http, String host) {
        if (all.size() > 1) {
            vertx.setPeriodic(
                    PROBE_EVERY_MILLIS,
                    timer -> all.forEach(
                            replica -> isReady(http, host, replica).onSuccess(ready -> note(replica, ready))));
        }
    }

    /** A request to whose turn it is; to the next one if it cannot be reached. */
    Future<HttpClientRequest> request(HttpClient http, String host) {
        return request(http, host, inTurn().iterator());
    }

    private static Future<HttpClientRequest> request(HttpClient http, String host, Iterator<Replica> candidates) {
        Future<HttpClientRequest> asked = http.request(
                new RequestOptions().setHost(host).setPort(candidates.next().port()));
        return candidates.hasNext() ? asked.recover(unreached -> request(http, host, candidates)) : asked;
    }

    /** Those that are ready first. When none is, they may be asked all the same: they answer for themselves. */
    private List<Replica> inTurn() {
        List<Replica> order = new ArrayList<>(all);
        Collections.rotate(order, Math.floorMod(turn.getAndIncrement(), all.size()));
        order.sort(Comparator.comparing(away::contains));
        return order;
    }

    private static Future<Boolean> isReady(HttpClient http, String host, Replica replica) {
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(host)
                .setPort(replica.healthPort())
                .setURI(READY)
                .setConnectTimeout(PROBE_LIMIT_MILLIS)
                .setIdleTimeout(PROBE_LIMIT_MILLIS);
        return http.request(request)
                .compose(HttpClientRequest::send)
                .map(HttpClientResponse::statusCode)
                .map(status -> status == OK)
                .otherwise(false);
    }

    private void note(Replica replica, boolean ready) {
        if (ready) {
            away.remove(replica);
        } else {
            away.add(replica);
        }
    }

    /**
     * One of them.
     *
     * @param port where requests go
     * @param healthPort where it says whether it is ready
     */
    record Replica(int port, int healthPort) {}
}
