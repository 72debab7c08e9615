package io.keyward.validation.check;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.KeyRef.GoogleKey;
import jakarta.enterprise.context.ApplicationScoped;

/** The one way to suppose an answer, whichever the key's cloud. */
@ApplicationScoped
public class Suppositions {
    private final SupposedAnswers<AwsKey> aws;
    private final SupposedAnswers<AzureKey> azure;
    private final SupposedAnswers<GoogleKey> google;

    Suppositions(SupposedAnswers<AwsKey> aws, SupposedAnswers<AzureKey> azure, SupposedAnswers<GoogleKey> google) {
        this.aws = aws;
        this.azure = azure;
        this.google = google;
    }

    /** The answer if the key had been taken away like that. It has no calls, because none were made. */
    public Revoked revoked(KeyRef key, Reason reason) {
        return switch (key) {
            case AwsKey awsKey -> aws.revoked(awsKey, reason);
            case AzureKey azureKey -> azure.revoked(azureKey, reason);
            case GoogleKey googleKey -> google.revoked(googleKey, reason);
        };
    }
}
