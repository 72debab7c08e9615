package io.keyward.validation.provider.aws.unknown;

import io.keyward.validation.provider.aws.call.AwsFailure;
import io.keyward.validation.provider.aws.unknown.UnknownAnswerRules.Told;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jboss.logging.Logger;

/** Notes answers that no rule knows: a code that AWS added is missing in the table of answers. */
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

    /** Is told of some of them: each code once an hour at most. */
    public interface Witness {

        /** @param operation for example {@code kms:Decrypt} */
        Uni<Void> saw(String operation, AwsFailure failure);
    }

    /** Notes one. Never fails: the check that it came from counts all the same. */
    public Uni<Void> note(String operation, AwsFailure failure, Instant now) {
        meters.counter("keyward.provider.answers.unknown", "provider", "aws", "operation", operation)
                .increment();
        LOG.warnf(
                "AWS answered %s with %s, which is not known here: inconclusive. requestId=%s",
                operation, failure.code(), failure.requestId());
        return isNews(operation + " " + failure.code(), now)
                ? witness.saw(operation, failure)
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
