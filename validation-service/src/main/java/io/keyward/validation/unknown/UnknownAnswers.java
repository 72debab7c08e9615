package io.keyward.validation.unknown;

import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.Finding.NoAnswer;
import io.keyward.validation.unknown.UnknownAnswerRules.Told;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Notes answers that no rule knows: a code that a cloud added is missing in its table of answers. */
@ApplicationScoped
public class UnknownAnswers {
    private static final Logger LOG = Logger.getLogger(UnknownAnswers.class);

    private final MeterRegistry meters;
    private final Witness witness;
    private final AtomicReference<Told> told = new AtomicReference<>(Told.NOTHING);

    public UnknownAnswers(MeterRegistry meters, Witness witness) {
        this.meters = meters;
        this.witness = witness;
    }

    /**
     * An answer that nobody knows.
     *
     * @param provider {@code AWS}, {@code AZURE} or {@code GCP}
     * @param operation for example {@code kms:Decrypt}
     * @param code the cloud's own
     * @param requestId null when the cloud gave none
     */
    public record Odd(
            String provider,
            String operation,
            String code,
            @Nullable String requestId) {

        String what() {
            return operation + " " + code;
        }
    }

    /** Is told of some of them: each code once an hour at most. */
    public interface Witness {

        Uni<Void> saw(Odd odd);
    }

    /** Notes the finding if it is one. */
    public Uni<Void> note(String provider, Finding finding, Instant now) {
        return finding instanceof NoAnswer silence && silence.cause() == Cause.UNKNOWN
                ? note(
                        new Odd(
                                provider,
                                silence.operation(),
                                silence.failure().code(),
                                silence.failure().requestId()),
                        now)
                : Uni.createFrom().voidItem();
    }

    /** Notes one. Never fails: the check that it came from counts all the same. */
    public Uni<Void> note(Odd odd, Instant now) {
        var provider = odd.provider().toLowerCase(Locale.ROOT);
        meters.counter("keyward.provider.answers.unknown", "provider", provider, "operation", odd.operation())
                .increment();
        LOG.warnf(
                "%s answered %s with %s, which is not known here: inconclusive. providerRequestId=%s",
                odd.provider(), odd.operation(), odd.code(), odd.requestId());
        return isNews(odd.what(), now)
                ? witness.saw(odd)
                        .onFailure()
                        .invoke(bug -> LOG.warn("operators could not be told of it", bug))
                        .onFailure()
                        .recoverWithNull()
                : Uni.createFrom().voidItem();
    }

    private boolean isNews(String what, Instant now) {
        var last = Objects.requireNonNull(told.get());
        return UnknownAnswerRules.isNews(last, what, now) && told.compareAndSet(last, new Told(what, now));
    }
}
