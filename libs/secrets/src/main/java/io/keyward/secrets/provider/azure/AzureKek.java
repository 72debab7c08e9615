package io.keyward.secrets.provider.azure;

import com.google.gson.JsonObject;
import io.keyward.secrets.kek.Kek;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import io.keyward.secrets.kek.KekHttp;
import io.keyward.secrets.kek.KekHttp.Reply;
import io.keyward.secrets.kek.KekUri;
import java.util.Base64;
import java.util.Map;

/** A version of an RSA key in a key vault: wraps a key of at most 190 bytes, and unwraps it. */
public final class AzureKek implements Kek {
    private static final String ALGORITHM = "RSA-OAEP-256";
    private static final String API = "?api-version=7.4";

    private final KekUri.Azure key;
    private final KekHttp http;
    private final AzureTokens tokens;

    public AzureKek(KekUri.Azure key, AzureAccess access) {
        this(key, access, System.getenv());
    }

    /** @param environment where a pod is told who it is */
    AzureKek(KekUri.Azure key, AzureAccess access, Map<String, String> environment) {
        this.key = key;
        this.http = new KekHttp("Azure", access.endpointOverride(), access.callTimeout());
        this.tokens = new AzureTokens(http, key, access.application(), environment);
    }

    @Override
    public byte[] encrypt(byte[] plaintext) throws KekException {
        return ask("wrapkey", plaintext);
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) throws KekException {
        return ask("unwrapkey", ciphertext);
    }

    @Override
    public void close() {
        http.close();
    }

    private byte[] ask(String operation, byte[] bytes) throws KekException {
        JsonObject question = new JsonObject();
        question.addProperty("alg", ALGORITHM);
        question.addProperty("value", Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
        Reply reply = http.post(
                "https://" + key.host() + key.path() + "/" + operation + API,
                "application/json",
                question.toString(),
                "Authorization",
                "Bearer " + tokens.next());
        if (!reply.ok()) {
            throw AzureKekFailures.classify(reply.status(), reply.body());
        }
        if (!reply.body().has("value")) {
            throw new KekException(Kind.REFUSED, "Azure Key Vault answered without a value");
        }
        return Base64.getUrlDecoder().decode(reply.body().get("value").getAsString());
    }
}
