package io.keyward.validation.check;

import io.keyward.clouds.Freshness;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;

/** The one way to check a key, whichever its cloud: dispatches to the cloud's checker, measured and limited in time. */
@ApplicationScoped
public class KeyChecks {
    private final KeyChecker<AwsKey> aws;
    private final KeyChecker<AzureKey> azure;
    private final KeyChecker<GoogleKey> google;

    KeyChecks(
            KeyChecker<AwsKey> aws,
            KeyChecker<AzureKey> azure,
            KeyChecker<GoogleKey> google,
            CheckConfig config,
            MeterRegistry meters) {
        this.aws = guarded("aws", aws, config, meters);
        this.azure = guarded("azure", azure, config, meters);
        this.google = guarded("google", google, config, meters);
    }

    /** Must be subscribed to on a Vert.x context, and answers on the same one. A failure is a bug of ours. */
    public Uni<KeyCheck> check(KeyRef key, Freshness freshness) {
        return switch (key) {
            case AwsKey awsKey -> aws.check(awsKey, freshness);
            case AzureKey azureKey -> azure.check(azureKey, freshness);
            case GoogleKey googleKey -> google.check(googleKey, freshness);
        };
    }

    private static <K extends KeyRef> KeyChecker<K> guarded(
            String provider, KeyChecker<K> checker, CheckConfig config, MeterRegistry meters) {
        var limited = new TimeLimitedKeyChecker<>(checker, config.timeLimit());
        return new MeteredKeyChecker<>(limited, provider, meters, InstantSource.system());
    }
}
