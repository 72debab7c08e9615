package io.keyward.secrets.provider.google;

import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import io.keyward.secrets.kek.KekHttp;
import io.keyward.secrets.kek.KekHttp.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.Optional;

/** Who we are at Google Cloud: the service account of a key file, or else the one of the pod or machine, as its metadata server tells. */
final class GoogleTokens {
    private static final String TOKENS = "https://oauth2.googleapis.com/token";
    private static final String METADATA =
            "http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/default/token";
    private static final String SCOPE = "https://www.googleapis.com/auth/cloudkms";
    private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
    private static final String FIELD = "access_token";

    private final KekHttp http;
    private final Optional<ServiceAccount> account;
    private final InstantSource clock = InstantSource.system();

    GoogleTokens(KekHttp http, Optional<ServiceAccount> account) {
        this.http = http;
        this.account = account;
    }

    /** One that is obtained now. */
    String next() throws KekException {
        Reply reply = account.isPresent() ? exchange(account.get()) : http.get(METADATA, "Metadata-Flavor", "Google");
        if (reply.ok() && reply.body().has(FIELD)) {
            return reply.body().get(FIELD).getAsString();
        }
        throw GoogleKekFailures.withoutToken(reply.status(), reply.body());
    }

    private Reply exchange(ServiceAccount signer) throws KekException {
        return http.post(
                TOKENS,
                "application/x-www-form-urlencoded",
                "grant_type=" + encoded(GRANT) + "&assertion=" + encoded(signed(signer)),
                "Accept",
                "application/json");
    }

    private String signed(ServiceAccount signer) throws KekException {
        try {
            return signer.assertion(TOKENS, SCOPE, clock.instant());
        } catch (GeneralSecurityException e) {
            throw new KekException(Kind.NOBODY, "keyward.secrets.google.credentials holds a key that does not sign");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
