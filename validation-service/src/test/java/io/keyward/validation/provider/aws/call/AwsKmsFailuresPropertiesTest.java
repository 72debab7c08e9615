package io.keyward.validation.provider.aws.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.keyward.testkit.Rule;
import io.keyward.validation.provider.aws.call.AwsFailure.Kind;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever AWS says in whatever words and with whatever status. */
@Rule({"P2", "V6"})
class AwsKmsFailuresPropertiesTest {
    /** The codes that may stop a cluster, and no others. */
    private static final Set<String> SAY_NO = Set.of(
            "DisabledException",
            "KMSInvalidStateException",
            "NotFoundException",
            "AccessDeniedException",
            "AccessDenied");

    private static final Set<Kind> NO = Set.of(
            Kind.KEY_DISABLED,
            Kind.KEY_PENDING_DELETION,
            Kind.KEY_MATERIAL_MISSING,
            Kind.KEY_NOT_FOUND,
            Kind.ACCESS_DENIED);

    @Property(tries = 500)
    void wordsAndStatusesNeverMakeARevocationOfAnotherCode(
            @ForAll("codes") String code,
            @ForAll("words") String words,
            @ForAll @IntRange(min = 400, max = 599) int status) {
        var kind = AwsAnswer.failure(code, words, status).kind();

        assertThat(SAY_NO.contains(code) || !NO.contains(kind))
                .as("%s: %s is %s", code, words, kind)
                .isTrue();
    }

    @Property(tries = 500)
    void aCodeThatNobodyListedIsUnknownWhateverItSays(
            @ForAll("inventedCodes") String code,
            @ForAll("words") String words,
            @ForAll @IntRange(min = 400, max = 599) int status) {
        assertThat(AwsAnswer.failure(code, words, status).kind()).isEqualTo(Kind.UNKNOWN);
    }

    /** What is not the customer's word wins, wherever it is named. */
    @Property(tries = 200)
    void aDenialThatNamesOurPolicyOrTheWayIsNeverTheCustomers(
            @ForAll("words") String before, @ForAll("words") String after, @ForAll("notTheCustomers") String named) {
        var kind = AwsAnswer.failure("AccessDeniedException", before + named + after, 400)
                .kind();

        assertThat(kind).isIn(Kind.NETWORK_POLICY, Kind.OUR_CREDENTIALS);
    }

    @Provide
    Arbitrary<String> codes() {
        return Arbitraries.of(
                "DisabledException",
                "KMSInvalidStateException",
                "NotFoundException",
                "AccessDeniedException",
                "AccessDenied",
                "ValidationException",
                "InvalidKeyUsageException",
                "UnsupportedOperationException",
                "IncorrectKeyException",
                "InvalidCiphertextException",
                "KeyUnavailableException",
                "KMSInternalException",
                "ThrottlingException",
                "ServiceUnavailable",
                "ExpiredTokenException",
                "UnrecognizedClientException",
                "InvalidSignatureException",
                "OptInRequired",
                "DryRunOperationException",
                "RegionDisabledException",
                "CustomKeyStoreInvalidStateException");
    }

    /** Longer than any that AWS has. */
    @Provide
    Arbitrary<String> inventedCodes() {
        return Arbitraries.strings().alpha().ofMinLength(40).ofMaxLength(60);
    }

    @Provide
    Arbitrary<String> words() {
        var phrases = Arbitraries.of(
                " is disabled.",
                " is pending deletion.",
                " is pending import.",
                " does not exist",
                " is not authorized to perform: kms:Decrypt",
                " with an explicit deny in a resource-based policy",
                " because no identity-based policy allows the kms:Decrypt action",
                " with an explicit deny in a service control policy");
        return Combinators.combine(Arbitraries.strings().ofMaxLength(20), phrases)
                .as((noise, phrase) -> noise + phrase);
    }

    @Provide
    Arbitrary<String> notTheCustomers() {
        return Arbitraries.of(
                " because no VPC endpoint policy allows the kms:Decrypt action",
                " with an explicit deny in a VPC endpoint policy",
                " because no session policy allows the kms:Decrypt action",
                " with an explicit deny in a session policy");
    }
}
