package io.keyward.validation.provider.azure;

import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.Finding.NoAnswer;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.Finding.Wrong;
import io.keyward.validation.check.asking.KeyTrial.Tried;
import io.keyward.validation.check.asking.Learned;
import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/**
 * What became of a key that its vault does not find: deleted and recoverable, or gone. Of one that never worked, only the version may be missing; a version that
 * worked does not go by itself, so that another key has the name of one that was purged.
 */
final class Disappearance {
    private Disappearance() {}

    /** The finding, looked into further where a key was not found. */
    static Uni<Learned> lookInto(Tried<KeyBundle> tried, VaultCalls calls) {
        @Nullable KeyBundle bundle = tried.description();
        return isMissing(tried.finding())
                ? deleted(tried.finding(), calls)
                : Uni.createFrom().item(new Learned(tried.finding(), bundle == null ? null : bundle.life()));
    }

    private static boolean isMissing(Finding finding) {
        return switch (finding) {
            case Taken taken -> taken.reason() == Reason.KEY_NOT_FOUND;
            case Wrong wrong -> wrong.problem() == Problem.KEY_NEVER_FOUND;
            case Works ignored -> false;
            case NoAnswer ignored -> false;
        };
    }

    private static Uni<Learned> deleted(Finding finding, VaultCalls calls) {
        return calls.deletedKey().chain(answer -> switch (answer) {
            case Answer.Ok<KeyLife> ok ->
                Uni.createFrom()
                        .item(new Learned(
                                new Taken(Reason.KEY_PENDING_DELETION, AzureOperations.GET_DELETED_KEY, null),
                                ok.value()));
            case Answer.Failed<KeyLife> ignored ->
                finding instanceof Taken
                        ? Uni.createFrom().item(new Learned(finding, null))
                        : otherVersion(finding, calls);
        });
    }

    private static Uni<Learned> otherVersion(Finding finding, VaultCalls calls) {
        return calls.anyVersion().map(answer -> switch (answer) {
            case Answer.Ok<KeyBundle> ignored ->
                new Learned(new Wrong(Problem.KEY_VERSION_MISSING, false, "KeyNotFound for the version alone"), null);
            case Answer.Failed<KeyBundle> ignored -> new Learned(finding, null);
        });
    }
}
