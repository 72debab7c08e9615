package io.keyward.simulator.google;

import com.google.api.client.http.HttpTransport;
import com.google.api.client.http.javanet.NetHttpTransport;
import com.google.api.gax.core.FixedCredentialsProvider;
import com.google.auth.Credentials;
import com.google.auth.oauth2.AccessToken;
import com.google.auth.oauth2.GoogleCredentials;
import com.google.auth.oauth2.ImpersonatedCredentials;
import com.google.auth.oauth2.ServiceAccountCredentials;
import com.google.cloud.kms.v1.KeyManagementServiceClient;
import com.google.cloud.kms.v1.KeyManagementServiceSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;

/** Google's own client against a simulator, without retries, so that a test sees every answer. It believes that it talks to Google: only the last step is redirected. */
record GoogleClients(URI simulator) {

    static final String SCOPE = "https://www.googleapis.com/auth/cloud-platform";

    /** What every part of the client gets: sends what is for {@code https://host/path} to the simulator's path for that host. */
    HttpTransport transport() {
        return new NetHttpTransport.Builder()
                .setConnectionFactory(this::connect)
                .build();
    }

    private HttpURLConnection connect(URL url) throws IOException {
        URL redirected = URI.create(simulator + "/_hosts/" + url.getHost() + url.getFile())
                .toURL();
        return (HttpURLConnection) redirected.openConnection();
    }

    KeyManagementServiceClient kms(Credentials credentials) {
        try {
            KeyManagementServiceSettings.Builder settings = KeyManagementServiceSettings.newHttpJsonBuilder();
            settings.setCredentialsProvider(FixedCredentialsProvider.create(credentials))
                    .setTransportChannelProvider(KeyManagementServiceSettings.defaultHttpJsonTransportProviderBuilder()
                            .setHttpTransport(transport())
                            .build());
            settings.applyToAllUnaryMethods(call -> {
                call.setRetryableCodes();
                return null;
            });
            return KeyManagementServiceClient.create(settings.build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The customer's administrator. */
    KeyManagementServiceClient administrator() {
        return kms(GoogleCredentials.create(AccessToken.newBuilder()
                .setTokenValue("test")
                .setExpirationTime(new Date(Long.MAX_VALUE))
                .build()));
    }

    /** Whoever has a key file. */
    ServiceAccountCredentials account(String keyFile) {
        byte[] json = keyFile.getBytes(StandardCharsets.UTF_8);
        try {
            return (ServiceAccountCredentials)
                    ServiceAccountCredentials.fromStream(new ByteArrayInputStream(json), this::transport)
                            .createScoped(SCOPE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An account that another one may become. */
    GoogleCredentials become(GoogleCredentials source, String email) {
        return ImpersonatedCredentials.newBuilder()
                .setSourceCredentials(source)
                .setTargetPrincipal(email)
                .setScopes(List.of(SCOPE))
                .setLifetime(3600)
                .setHttpTransportFactory(this::transport)
                .build();
    }
}
