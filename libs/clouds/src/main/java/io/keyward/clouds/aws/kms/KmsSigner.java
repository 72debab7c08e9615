package io.keyward.clouds.aws.kms;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;

/** Signs requests to KMS of one region by the SDK's own signer. Where AWS has another time than this machine, AWS's counts. */
final class KmsSigner {
    /** A signature is good for five minutes; what differs by less than this is none of the clock's fault. */
    private static final Duration TOLERANCE = Duration.ofMinutes(4);

    private static final String SERVICE = "kms";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String region;
    private final Clock clock;
    private volatile Clock signing;

    KmsSigner(String region, Clock clock) {
        this.region = region;
        this.clock = clock;
        this.signing = clock;
    }

    /** The request, signed. */
    RequestOptions sign(URI place, String operation, byte[] body, AwsCredentialsIdentity as) {
        var plain = SdkHttpRequest.builder()
                .method(SdkHttpMethod.POST)
                .uri(place)
                .encodedPath(path(place))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "TrentService." + operation)
                .build();
        var now = signing;
        var signed = signer.sign(request -> request.identity(as)
                .request(plain)
                .payload(ContentStreamProvider.fromByteArrayUnsafe(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.SIGNING_CLOCK, now));
        return options(place, signed.request());
    }

    /**
     * AWS did not like the time of a request, and says what time it is.
     *
     * @return whether requests are signed with another time from now on
     */
    boolean learn(@Nullable Instant theirs) {
        if (theirs == null || Duration.between(signing.instant(), theirs).abs().compareTo(TOLERANCE) < 0) {
            return false;
        }
        signing = Clock.offset(clock, Duration.between(clock.instant(), theirs));
        return true;
    }

    private static RequestOptions options(URI place, SdkHttpRequest signed) {
        boolean tls = "https".equals(place.getScheme());
        int port = place.getPort() >= 0 ? place.getPort() : tls ? HTTPS : HTTP;
        var options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(place.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(path(place));
        signed.forEachHeader((name, values) -> options.putHeader(name, values.getFirst()));
        return options.putHeader("User-Agent", "keyward");
    }

    private static String path(URI place) {
        var path = place.getRawPath();
        return path == null || path.isEmpty() ? "/" : path;
    }
}
