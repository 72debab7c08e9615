package io.keyward.validation.check.asking;

import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.Probe;
import io.keyward.validation.check.asking.Answer.Failed;
import io.keyward.validation.check.asking.Answer.Ok;
import io.keyward.validation.check.asking.Failure.Kind;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.Finding.Wrong;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One use of a key: its description, then a decrypt of what was encrypted before, then an encrypt. Without ciphertext of before, an encrypt and then a
 * decrypt of that. Decrypting decides; neither half alone is believed.
 *
 * @param <D> what the cloud tells of a key
 */
public final class KeyTrial<D> {
    private final Calls<D> calls;
    private final @Nullable Probe probe;

    /** @param probe ciphertext of an earlier success; null when there was none */
    public KeyTrial(Calls<D> calls, @Nullable Probe probe) {
        this.calls = calls;
        this.probe = probe;
    }

    /** What a cloud can be asked about a key. */
    public interface Calls<D> {

        /** What the calls below are called. */
        Operations operations();

        Uni<Answer<D>> describe();

        /** What the description settles without using the key; empty when only use can tell. */
        Optional<Finding> described(D description);

        /** Answers {@code probe} once it was decrypted. */
        Uni<Answer<Probe>> decrypt(Probe probe);

        Uni<Answer<Probe>> encrypt();
    }

    /** Names of operations, as evidence has them. */
    public record Operations(String describe, String decrypt, String encrypt) {}

    /** @param description null when it may not be read */
    public record Tried<D>(Finding finding, @Nullable D description) {}

    /** Makes the calls, and stops at the first that settles the matter. */
    public Uni<Tried<D>> run() {
        return calls.describe().chain(answer -> switch (answer) {
            case Ok<D> ok ->
                calls.described(ok.value())
                        .map(settled -> Uni.createFrom().item(settled))
                        .orElseGet(() -> use(true))
                        .map(finding -> new Tried<D>(finding, ok.value()));
            case Failed<D> failed -> notDescribed(failed.failure()).map(finding -> new Tried<D>(finding, null));
        });
    }

    private Uni<Finding> notDescribed(Failure failure) {
        return failure.isDenial() ? use(false) : item(failed(calls.operations().describe(), failure, false));
    }

    private Uni<Finding> use(boolean described) {
        return probe == null ? encryptAndDecrypt(described) : decryptAndEncrypt(probe, described);
    }

    private Uni<Finding> decryptAndEncrypt(Probe earlier, boolean described) {
        return calls.decrypt(earlier).chain(decrypted -> switch (decrypted) {
            case Ok<Probe> ignored -> calls.encrypt().map(encrypted -> encryptedToo(encrypted, described));
            case Failed<Probe> failed ->
                failed.failure().kind() == Kind.WRONG_CIPHERTEXT
                        ? encryptAndDecrypt(described)
                        : item(failed(calls.operations().decrypt(), failed.failure(), false));
        });
    }

    private Finding encryptedToo(Answer<Probe> encrypted, boolean described) {
        return switch (encrypted) {
            case Ok<Probe> ignored -> works(null, described);
            case Failed<Probe> failed -> notEncrypted(failed.failure(), true);
        };
    }

    private Uni<Finding> encryptAndDecrypt(boolean described) {
        return calls.encrypt().chain(encrypted -> switch (encrypted) {
            case Ok<Probe> ok -> calls.decrypt(ok.value()).map(decrypted -> decryptedToo(decrypted, described));
            case Failed<Probe> failed -> item(nothingEncrypted(failed.failure(), described));
        });
    }

    private Finding decryptedToo(Answer<Probe> decrypted, boolean described) {
        return switch (decrypted) {
            case Ok<Probe> ok -> works(ok.value(), described);
            case Failed<Probe> failed -> failed(calls.operations().decrypt(), failed.failure(), false);
        };
    }

    /** With nothing to decrypt, whoever may not even look at the key was denied everything that could be tried. */
    private Finding nothingEncrypted(Failure failure, boolean described) {
        return described
                ? notEncrypted(failure, false)
                : failed(calls.operations().encrypt(), failure, false);
    }

    private Finding notEncrypted(Failure failure, boolean dataReadable) {
        return failure.isDenial()
                ? new Wrong(Problem.ENCRYPT_DENIED, dataReadable, failure.words())
                : failed(calls.operations().encrypt(), failure, dataReadable);
    }

    private static Finding works(@Nullable Probe freshProbe, boolean described) {
        return described
                ? new Works(freshProbe)
                : new Wrong(Problem.DESCRIBE_KEY_DENIED, true, "the key encrypts and decrypts");
    }

    private Finding failed(String operation, Failure failure, boolean dataReadable) {
        return FindingRules.failed(operation, failure, probe != null, dataReadable);
    }

    private static Uni<Finding> item(Finding finding) {
        return Uni.createFrom().item(finding);
    }
}
