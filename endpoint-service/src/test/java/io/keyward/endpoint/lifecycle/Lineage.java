package io.keyward.endpoint.lifecycle;

import static io.keyward.endpoint.lifecycle.Samples.PLANNER;

import io.keyward.endpoint.lifecycle.EndpointState.Deleted;
import io.keyward.endpoint.lifecycle.EndpointState.Ready;
import io.keyward.endpoint.lifecycle.EndpointState.Replaced;
import io.keyward.endpoint.lifecycle.EndpointState.Requested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An endpoint and those that replaced it, each planned by itself, with what follows for the others as the registry does it: whoever stands lets all
 * others go, whoever is replaced has a successor, and who is let go takes all along.
 */
final class Lineage {
    private static final Duration DAY = Duration.ofHours(24);

    private final List<Member> members = new ArrayList<>();
    private Instant now;

    Lineage(Instant now) {
        this.now = now;
        members.add(new Member(now));
    }

    /** One of them, and what clients saw of it. */
    static final class Member {
        private final Instant since;
        private final List<String> shown = new ArrayList<>();
        private Wanted wanted = Wanted.PRESENT;
        private boolean stood;
        private EndpointState state;

        private Member(Instant now) {
            since = now;
            enter(new Requested(now));
        }

        EndpointState state() {
            return state;
        }

        /** Statuses, one after the other, without repetitions; 404 once it is gone. */
        List<String> shown() {
            return shown;
        }

        boolean isGone() {
            return state instanceof Deleted;
        }

        boolean stands() {
            return state instanceof Ready;
        }

        private boolean isLeaving() {
            return wanted == Wanted.ABSENT && !isGone();
        }

        private void enter(EndpointState next) {
            state = next;
            stood |= next instanceof Ready;
            var status = EndpointStatus.of(next).map(Enum::name).orElse("404");
            if (shown.isEmpty() || !shown.getLast().equals(status)) {
                shown.add(status);
            }
        }
    }

    List<Member> members() {
        return members;
    }

    Member newest() {
        return members.getLast();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /** How many were replaced within the last day. */
    int replacementsToday() {
        return (int) members.stream()
                .skip(1)
                .filter(member -> member.since.isAfter(now.minus(DAY)))
                .count();
    }

    /** What follows from a look at one of them, if it asks for something that is answered so. */
    void look(Member member, Observation seen, Answer answer) {
        var decision = PLANNER.decide(member.wanted, member.state, seen, kinOf(member), now);
        enter(member, decision.next());
        if (!(decision.command() instanceof Command.Nothing)) {
            enter(
                    member,
                    PLANNER.answered(member.state, fitting(decision.command(), answer), now)
                            .next());
        }
    }

    void delete() {
        members.forEach(this::letGo);
    }

    private Kin kinOf(Member member) {
        int place = members.indexOf(member);
        boolean successorLeaving = members.stream().skip(place + 1L).anyMatch(Member::isLeaving);
        return new Kin(place > 0 || member.stood, replacementsToday(), successorLeaving);
    }

    private void enter(Member member, EndpointState next) {
        if (next instanceof Ready && !member.stands()) {
            members.stream().filter(other -> other != member).forEach(this::letGo);
        }
        boolean isReplaced = next instanceof Replaced && !(member.state instanceof Replaced);
        member.enter(next);
        if (isReplaced) {
            members.add(new Member(now));
        }
    }

    private void letGo(Member member) {
        if (member.wanted == Wanted.PRESENT) {
            member.wanted = Wanted.ABSENT;
            member.enter(EndpointPlanner.letGo(member.state, now));
        }
    }

    /** Only a replacement is admitted, and only the cloud accepts. */
    private static Answer fitting(Command command, Answer answer) {
        boolean isReplacement = command instanceof Command.Replace;
        return switch (answer) {
            case Answer.Accepted accepted -> isReplacement ? new Answer.Admitted("next", 1) : accepted;
            case Answer.Admitted admitted -> isReplacement ? admitted : new Answer.Accepted(Samples.REF);
            case Answer.Refused refused -> refused;
            case Answer.TryLater later -> later;
        };
    }
}
