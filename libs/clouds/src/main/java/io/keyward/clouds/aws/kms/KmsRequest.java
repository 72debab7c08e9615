package io.keyward.clouds.aws.kms;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/**
 * A question for KMS.
 *
 * @param operation as AWS spells it, for example {@code DescribeKey}
 * @param credentials whom it is asked as; secret
 * @param place where KMS answers through a private endpoint; empty over the internet
 */
public record KmsRequest(String operation, JsonObject body, AwsCredentialsIdentity credentials, Optional<URI> place) {

    /** Without the credentials, and without what is encrypted. */
    @Override
    public String toString() {
        return "KmsRequest[operation=" + operation + ", place=" + place + "]";
    }
}
