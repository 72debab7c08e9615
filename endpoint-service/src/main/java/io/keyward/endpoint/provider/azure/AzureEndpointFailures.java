package io.keyward.endpoint.provider.azure;

import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.RefusedException;
import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.RegionView;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * What each failure of the resource manager, or of signing in to it, means, by error code. Azure's own words stay in our log, because they name parts of a
 * network that is not the customer's; they are read only where one code stands for several troubles. What is not listed is asked again, until the time for making an
 * endpoint is over.
 */
final class AzureEndpointFailures {
    private static final int TOO_MANY = 429;
    private static final int FAILING = 500;
    private static final Map<String, AzureTrouble> BY_CODE = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (AzureTrouble trouble : AzureTrouble.values()) {
            trouble.codes().forEach(code -> BY_CODE.put(code, trouble));
        }
    }

    private AzureEndpointFailures() {}

    /**
     * What went wrong.
     *
     * @param code Azure's; null when it was not Azure that answered, or nobody was asked
     */
    record Failure(AzureTrouble trouble, @Nullable String code) {

        /** For a person, without anything of our network. */
        String message() {
            return code == null ? trouble.text() : trouble.text() + " (Azure: " + code + ")";
        }

        /** To a request. */
        Answer answer() {
            return trouble.again() ? new Answer.TryLater(message()) : new Answer.Refused(message());
        }

        /** To a look. */
        RegionView unseen() {
            return new RegionView.Unseen(message());
        }

        /** Whether it says that an endpoint does not exist. */
        boolean isGone() {
            return trouble == AzureTrouble.GONE;
        }
    }

    /** What it means that a request ended so. */
    static Failure of(Throwable failure) {
        return failure instanceof RefusedException refusal
                ? ofAnswer(refusal.reply())
                : new Failure(unanswered(failure), null);
    }

    /** For our log: who refused what in which words, and the id to ask Azure's support about. */
    static String words(Throwable failure) {
        if (!(failure instanceof RefusedException refused)) {
            return String.valueOf(failure.getMessage());
        }
        var reply = refused.reply();
        return "HTTP " + reply.status() + " "
                + AzureRefusal.of(reply)
                        .map(told -> told.codes() + " " + told.words())
                        .orElse("without a code")
                + ", request " + reply.header("x-ms-request-id").orElse("unknown");
    }

    private static Failure ofAnswer(CloudReply reply) {
        var refusal = AzureRefusal.of(reply);
        if (refusal.isPresent()) {
            return of(refusal.get(), reply.status());
        }
        if (reply.status() == TOO_MANY) {
            return new Failure(AzureTrouble.THROTTLED, null);
        }
        return new Failure(reply.status() >= FAILING ? AzureTrouble.UNAVAILABLE : AzureTrouble.INTERCEPTED, null);
    }

    /** Where the outer code says nothing, one of those inside it may. */
    private static Failure of(AzureRefusal refusal, int status) {
        return refusal.codes().stream()
                .filter(BY_CODE::containsKey)
                .findFirst()
                .map(code -> new Failure(inOtherWords(trouble(code), refusal.words()), code))
                .orElseGet(() -> new Failure(
                        status == TOO_MANY ? AzureTrouble.THROTTLED : AzureTrouble.UNKNOWN,
                        refusal.codes().getFirst()));
    }

    private static AzureTrouble trouble(String code) {
        return BY_CODE.getOrDefault(code, AzureTrouble.UNKNOWN);
    }

    /** Azure has one code for everything that a request leads to and that is not there. */
    private static AzureTrouble inOtherWords(AzureTrouble trouble, String words) {
        return trouble == AzureTrouble.NO_SUBNET
                        && words.toLowerCase(Locale.ROOT).contains("microsoft.keyvault")
                ? AzureTrouble.NO_VAULT
                : trouble;
    }

    private static AzureTrouble unanswered(Throwable failure) {
        if (causes(failure).anyMatch(TimeoutException.class::isInstance)) {
            return AzureTrouble.TIMED_OUT;
        }
        return causes(failure).anyMatch(SSLException.class::isInstance)
                ? AzureTrouble.UNTRUSTED
                : AzureTrouble.UNREACHABLE;
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
