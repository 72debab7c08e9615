package io.keyward.simulator.google.token;

import io.keyward.simulator.google.token.AccessTokens.Grant;
import io.keyward.simulator.google.world.GoogleWorld;
import io.keyward.simulator.google.world.ServiceAccount;
import io.keyward.simulator.hosts.HostedService;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Access tokens: where they come from and whose they are. */
public final class Tokens {

    private final AccessTokens tokens;
    private final InstantSource clock;
    private final Callers callers;
    private final TokenEndpoint endpoint;

    /**
     * @param realClock by which assertions are judged, since clients sign them by it
     * @param clock the simulated time, by which tokens live
     */
    public Tokens(GoogleWorld world, InstantSource realClock, InstantSource clock) {
        this.tokens = new AccessTokens(world.secret());
        this.clock = clock;
        this.callers = new Callers(world, tokens, realClock, clock);
        this.endpoint = new TokenEndpoint(world, tokens, realClock, clock);
    }

    /** Where service accounts get theirs. */
    public HostedService endpoint() {
        return endpoint;
    }

    public Callers callers() {
        return callers;
    }

    /** The time by which tokens live. */
    public Instant now() {
        return clock.instant();
    }

    /** A token of this account. */
    public String issue(ServiceAccount account, List<String> scopes, Instant end) {
        return tokens.issue(new Grant(account.email(), account.uniqueId(), scopes, end.toEpochMilli()));
    }
}
