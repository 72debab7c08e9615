package io.keyward.testkit.keychecker;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The suite. A cloud joins it by saying who owns keys there. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class KeyCheckerContract {
    private static final int AT_ONCE = 100;

    /** By how fast a denial holds everywhere. */
    private static final Set<String> DENIED = Set.of("ACCESS_REVOKED", "ASSIGNMENT_REVOKED");

    private static final Set<String> NOT_MADE_FOR_THIS = Set.of("WRONG_KEY_USAGE", "WRONG_KEY_TYPE");

    private final KeyOwner owner;

    protected KeyCheckerContract(KeyOwner owner) {
        this.owner = owner;
    }

    @AfterEach
    void calm() {
        owner.calm();
    }

    @AfterAll
    void close() {
        owner.close();
    }

    @Test
    @Rule({"V5", "P6"})
    void provesTheFirstUseAndKeepsWhatLaterOnesAreProvedBy() {
        var key = owner.createKey();

        var first = owner.check(key, null);
        var later = owner.check(key, first.freshProbe());

        assertThat(first.outcome()).as(first.toString()).isEqualTo("VALID");
        assertThat(first.key()).isEqualTo(key);
        assertThat(first.operations()).isNotEmpty();
        assertThat(later.outcome()).isEqualTo("VALID");
        assertThat(later.freshProbe()).isNull();
        assertThat(last(first.operations())).containsIgnoringCase("decrypt");
        assertThat(last(later.operations())).containsIgnoringCase("encrypt");
    }

    @Test
    @Rule({"V2", "V4"})
    void aKeyThatIsDisabledIsTakenAwayUntilItIsEnabled() {
        var key = owner.createKey();
        var probe = probe(key);

        owner.disable(key);
        var disabled = owner.check(key, probe);
        owner.enable(key);

        assertRevoked(disabled, Set.of("KEY_DISABLED"));
        assertThat(owner.check(key, probe).outcome()).isEqualTo("VALID");
    }

    @Test
    @Rule({"V2", "V4"})
    void aKeyThatIsDeletedIsTakenAwayUntilItIsRestored() {
        var key = owner.createKey();
        var probe = probe(key);

        owner.delete(key);
        var deleted = owner.check(key, probe);
        owner.restore(key);

        assertRevoked(deleted, Set.of("KEY_PENDING_DELETION"));
        assertThat(owner.check(key, probe).outcome()).isEqualTo("VALID");
    }

    @Test
    @Rule({"V2", "V4", "V6"})
    void aKeyThatIsDeniedIsTakenAwayUntilItIsAllowed() {
        var key = owner.createKey();
        var probe = probe(key);

        owner.deny(key);
        var denied = owner.check(key, probe);
        owner.allow(key);

        assertRevoked(denied, DENIED);
        assertThat(owner.check(key, probe).outcome()).isEqualTo("VALID");
    }

    @Test
    @Rule({"P2", "V3"})
    void silenceSaysNothingAboutAKey() {
        var key = owner.createKey();
        var probe = probe(key);

        owner.goSilent();
        var check = owner.check(key, probe);

        assertThat(check.outcome()).as(check.toString()).isEqualTo("INCONCLUSIVE");
        assertThat(check.reason()).isEqualTo("UNREACHABLE");
        assertThat(check.operations()).isNotEmpty();
    }

    @Test
    @Rule({"P2", "V6"})
    void beingBusySaysNothingAboutAKey() {
        var key = owner.createKey();
        var probe = probe(key);

        owner.throttle();
        var check = owner.check(key, probe);

        assertThat(check.outcome()).as(check.toString()).isEqualTo("INCONCLUSIVE");
        assertThat(check.reason()).isEqualTo("THROTTLED");
    }

    @Test
    @Rule({"C4", "V6"})
    void aKeyThatIsMadeForSomethingElseCannotBeUsed() {
        var check = owner.check(owner.createKeyForAnotherUse(), null);

        assertThat(check.outcome()).as(check.toString()).isEqualTo("UNUSABLE");
        assertThat(NOT_MADE_FOR_THIS).contains(check.reason());
    }

    @Test
    @Rule("V6")
    void aKeyThatNeverWasIsToldFromOneThatIsGone() {
        var probe = probe(owner.createKey());

        var never = owner.check(owner.nameOfNoKey(), null);
        var gone = owner.check(owner.nameOfNoKey(), probe);

        assertThat(never.outcome()).as(never.toString()).isEqualTo("UNUSABLE");
        assertThat(never.reason()).isEqualTo("KEY_NEVER_FOUND");
        assertRevoked(gone, Set.of("KEY_NOT_FOUND"));
    }

    /** So that whoever asked has the session again that it left. */
    @Test
    void answersWhereItWasAsked() {
        var key = owner.createKey();
        var first = owner.check(key, null);
        owner.goSilent();

        assertThat(first.home()).isTrue();
        assertThat(owner.check(key, first.freshProbe()).home()).isTrue();
    }

    @Test
    @Rule("V6")
    void aHundredAtOnceDoNotMix() throws Exception {
        var keys = IntStream.range(0, 4).mapToObj(number -> owner.createKey()).toList();
        var probes = keys.stream().map(this::probe).toList();
        keys.stream().skip(2).forEach(owner::disable);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var checks = IntStream.range(0, AT_ONCE)
                    .mapToObj(number -> threads.submit(() -> owner.check(keys.get(number % 4), probes.get(number % 4))))
                    .toList();
            for (int number = 0; number < AT_ONCE; number++) {
                assertIsOf(keys.get(number % 4), number % 4 >= 2, checks.get(number));
            }
        }
    }

    private static void assertIsOf(String key, boolean disabled, Future<Checked> check)
            throws ExecutionException, InterruptedException {
        var checked = check.get();
        assertThat(checked.key()).isEqualTo(key);
        assertThat(checked.home()).isTrue();
        assertThat(checked.outcome()).as(checked.toString()).isEqualTo(disabled ? "REVOKED" : "VALID");
    }

    private static void assertRevoked(Checked check, Set<String> reasons) {
        assertThat(check.outcome()).as(check.toString()).isEqualTo("REVOKED");
        assertThat(reasons).contains(check.reason());
    }

    private byte[] probe(String key) {
        return requireNonNull(owner.check(key, null).freshProbe());
    }

    private static String last(List<String> operations) {
        return operations.getLast();
    }
}
