package io.keyward.secrets.provider.aws;

import io.keyward.secrets.kek.Kek;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import io.keyward.secrets.kek.KekUri;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.KmsClientBuilder;
import software.amazon.awssdk.services.kms.model.DecryptResponse;

/** A key of AWS KMS, used as {@code tinkey} uses it: {@code Encrypt} and {@code Decrypt} without an encryption context. */
public final class AwsKek implements Kek {
    private static final int ATTEMPTS = 2;

    private final KekUri.Aws key;
    private final AwsCredentialsProvider credentials;
    private final KmsClient client;

    public AwsKek(KekUri.Aws key, AwsAccess access) {
        this.key = key;
        this.credentials = credentials(access);
        this.client = client(key, access, credentials);
    }

    @Override
    public byte[] encrypt(byte[] plaintext) throws KekException {
        SdkBytes bytes = SdkBytes.fromByteArray(plaintext);
        return ask(() -> client.encrypt(request -> request.keyId(key.arn()).plaintext(bytes)))
                .ciphertextBlob()
                .asByteArray();
    }

    /** That it was this key which decrypted is AWS's business, for it is named; it is looked at all the same, as Tink does. */
    @Override
    public byte[] decrypt(byte[] ciphertext) throws KekException {
        SdkBytes bytes = SdkBytes.fromByteArray(ciphertext);
        DecryptResponse answer =
                ask(() -> client.decrypt(request -> request.keyId(key.arn()).ciphertextBlob(bytes)));
        if (key.isAlias() || answer.keyId().equals(key.arn())) {
            return answer.plaintext().asByteArray();
        }
        throw new KekException(Kind.WRONG_KEYSET, "AWS KMS decrypted it with another key, " + answer.keyId());
    }

    @Override
    public void close() {
        client.close();
    }

    private <T> T ask(Supplier<T> call) throws KekException {
        try {
            var ignored = credentials.resolveCredentials();
        } catch (SdkException | CompletionException e) {
            throw AwsKekFailures.nobody(e);
        }
        try {
            return call.get();
        } catch (SdkException e) {
            throw AwsKekFailures.classify(e);
        }
    }

    private static KmsClient client(KekUri.Aws key, AwsAccess access, AwsCredentialsProvider credentials) {
        KmsClientBuilder builder = KmsClient.builder();
        access.endpoint().ifPresent(builder::endpointOverride);
        return builder.region(Region.of(key.region()))
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(access.callTimeout())
                        .socketTimeout(access.callTimeout()))
                .overrideConfiguration(limits -> limits.apiCallTimeout(access.callTimeout())
                        .retryStrategy(strategy -> strategy.maxAttempts(ATTEMPTS)))
                .build();
    }

    private static AwsCredentialsProvider credentials(AwsAccess access) {
        if (access.accessKeyId().isPresent() != access.secretAccessKey().isPresent()) {
            throw new IllegalStateException(
                    "Set both of keyward.secrets.aws.access-key-id and keyward.secrets.aws.secret-access-key, or neither.");
        }
        return access.accessKeyId()
                .<AwsCredentialsProvider>map(id -> StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(id, access.secretAccessKey().orElseThrow())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }
}
