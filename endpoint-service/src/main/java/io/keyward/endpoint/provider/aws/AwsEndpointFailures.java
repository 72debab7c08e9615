package io.keyward.endpoint.provider.aws;

import io.keyward.endpoint.lifecycle.Answer;
import io.keyward.endpoint.provider.RegionView;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/**
 * What each failure of EC2 means, by error code. EC2's own words stay in our log, because they name parts of a network that is not the customer's; they
 * are read only where one code stands for several troubles. What is not listed is asked again, until the time for making an endpoint is over.
 */
final class AwsEndpointFailures {
    private static final Map<String, AwsTrouble> BY_CODE = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    static {
        for (AwsTrouble trouble : AwsTrouble.values()) {
            trouble.codes().forEach(code -> BY_CODE.put(code, trouble));
        }
    }

    private AwsEndpointFailures() {}

    /**
     * What went wrong.
     *
     * @param code EC2's; null when it was not EC2 that answered
     */
    record Failure(AwsTrouble trouble, @Nullable String code) {

        /** For a person, without anything of our network. */
        String message() {
            return code == null ? trouble.text() : trouble.text() + " (EC2: " + code + ")";
        }

        /** To a request. */
        Answer answer() {
            return trouble.again() ? new Answer.TryLater(message()) : new Answer.Refused(message());
        }

        /** To a look. */
        RegionView unseen() {
            return new RegionView.Unseen(message());
        }
    }

    /** What it means that a call of the SDK ended so. */
    static Failure of(Throwable failure) {
        var cause = unwrapped(failure);
        return cause instanceof AwsServiceException answer ? ofAnswer(answer) : new Failure(unanswered(cause), null);
    }

    /**
     * What it means that EC2 answered with this error code; the case of letters does not matter, because AWS's documents differ in it.
     *
     * @param words EC2's own
     */
    static Failure of(@Nullable String code, @Nullable String words) {
        if (code == null) {
            return new Failure(AwsTrouble.INTERCEPTED, null);
        }
        var plain = code.replaceFirst("^(Client|Server)\\.", "");
        var trouble = BY_CODE.getOrDefault(plain, AwsTrouble.UNKNOWN);
        return new Failure(inOtherWords(trouble, String.valueOf(words)), plain);
    }

    /** Whether the code says that an endpoint does not exist. */
    static boolean isGone(@Nullable String code) {
        var lower = String.valueOf(code).toLowerCase(Locale.ROOT);
        return lower.equals("invalidvpcendpointid.notfound") || lower.equals("invalidvpcendpoint.notfound");
    }

    /** What the SDK's stages wrap is taken out. */
    static Throwable unwrapped(Throwable failure) {
        var cause = failure.getCause();
        return failure instanceof CompletionException && cause != null ? cause : failure;
    }

    /** EC2 has no codes of its own for names that cannot be had, nor for every signature that came at the wrong time. */
    private static AwsTrouble inOtherWords(AwsTrouble trouble, String words) {
        if (trouble == AwsTrouble.NOT_ACCEPTED && words.contains("conflicting DNS domain")) {
            return AwsTrouble.NAME_TAKEN;
        }
        if (trouble == AwsTrouble.NOT_ACCEPTED && words.contains("enableDnsSupport")) {
            return AwsTrouble.NAMES_OFF;
        }
        boolean untimely = words.contains("Signature expired") || words.contains("Signature not yet current");
        return trouble == AwsTrouble.CREDENTIALS && untimely ? AwsTrouble.CLOCK : trouble;
    }

    private static Failure ofAnswer(AwsServiceException answer) {
        var details = answer.awsErrorDetails();
        if (details != null && details.errorCode() != null) {
            return of(details.errorCode(), details.errorMessage());
        }
        if (answer.isThrottlingException()) {
            return new Failure(AwsTrouble.THROTTLED, null);
        }
        return new Failure(answer.statusCode() >= 500 ? AwsTrouble.UNAVAILABLE : AwsTrouble.INTERCEPTED, null);
    }

    private static AwsTrouble unanswered(Throwable failure) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return AwsTrouble.TIMED_OUT;
        }
        if (causes(failure).anyMatch(SSLException.class::isInstance)) {
            return AwsTrouble.UNTRUSTED;
        }
        return causes(failure).map(Throwable::getMessage).anyMatch(AwsEndpointFailures::saysNoCredentials)
                ? AwsTrouble.NO_CREDENTIALS
                : AwsTrouble.UNREACHABLE;
    }

    /** The SDK has no type of its own for it. */
    private static boolean saysNoCredentials(@Nullable String message) {
        return message != null && message.toLowerCase(Locale.ROOT).contains("unable to load credentials");
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(10);
    }
}
