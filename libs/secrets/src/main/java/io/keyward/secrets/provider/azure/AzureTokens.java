package io.keyward.secrets.provider.azure;

import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import io.keyward.secrets.kek.KekHttp;
import io.keyward.secrets.kek.KekHttp.Reply;
import io.keyward.secrets.kek.KekUri;
import io.keyward.secrets.provider.azure.AzureAccess.Application;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Who we are at Azure: the application that is configured, or else the one that the pod is federated with, as the webhook of workload identity tells in variables,
 * or else the machine's managed identity.
 */
final class AzureTokens {
    private static final Map<String, String> LOGIN = Map.of(
            "vault.azure.net", "login.microsoftonline.com",
            "vault.azure.cn", "login.chinacloudapi.cn",
            "vault.usgovcloudapi.net", "login.microsoftonline.us");
    private static final String MANAGED =
            "http://169.254.169.254/metadata/identity/oauth2/token?api-version=2018-02-01&resource=";
    private static final String BY_TOKEN =
            "&client_assertion_type=urn%3Aietf%3Aparams%3Aoauth%3Aclient-assertion-type%3Ajwt-bearer&client_assertion=";
    private static final String FIELD = "access_token";

    private final KekHttp http;
    private final String cloud;
    private final Optional<Application> application;
    private final Map<String, String> environment;

    AzureTokens(KekHttp http, KekUri.Azure key, Optional<Application> application, Map<String, String> environment) {
        this.http = http;
        this.cloud = key.cloud();
        this.application = application;
        this.environment = environment;
    }

    /** One for key vaults, obtained now. */
    String next() throws KekException {
        Reply reply = ask();
        if (reply.ok() && reply.body().has(FIELD)) {
            return reply.body().get(FIELD).getAsString();
        }
        throw AzureKekFailures.withoutToken(reply.status(), reply.body());
    }

    private Reply ask() throws KekException {
        if (application.isPresent()) {
            Application ours = application.get();
            return signIn(ours.tenantId(), ours.id(), "&client_secret=" + encoded(ours.secret()));
        }
        String tokenFile = environment.get("AZURE_FEDERATED_TOKEN_FILE");
        String tenant = environment.get("AZURE_TENANT_ID");
        String client = environment.get("AZURE_CLIENT_ID");
        if (tokenFile != null && tenant != null && client != null) {
            return signIn(tenant, client, BY_TOKEN + encoded(contents(tokenFile)));
        }
        String whose = client == null ? "" : "&client_id=" + encoded(client);
        return http.get(MANAGED + encoded("https://" + cloud) + whose, "Metadata", "true");
    }

    private Reply signIn(String tenant, String client, String proof) throws KekException {
        return http.post(
                "https://" + LOGIN.get(cloud) + "/" + encoded(tenant) + "/oauth2/v2.0/token",
                "application/x-www-form-urlencoded",
                "grant_type=client_credentials&client_id=" + encoded(client) + "&scope="
                        + encoded("https://" + cloud + "/.default") + proof,
                "Accept",
                "application/json");
    }

    private static String contents(String file) throws KekException {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new KekException(Kind.NOBODY, "AZURE_FEDERATED_TOKEN_FILE names " + file + ", which cannot be read");
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
