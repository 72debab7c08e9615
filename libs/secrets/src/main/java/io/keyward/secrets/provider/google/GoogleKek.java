package io.keyward.secrets.provider.google;

import com.google.gson.JsonObject;
import io.keyward.secrets.kek.Kek;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekException.Kind;
import io.keyward.secrets.kek.KekHttp;
import io.keyward.secrets.kek.KekHttp.Reply;
import io.keyward.secrets.kek.KekUri;
import java.util.Base64;
import java.util.zip.CRC32C;

/** A key of Google Cloud KMS, used as {@code tinkey} uses it: {@code encrypt} and {@code decrypt} without additional data. */
public final class GoogleKek implements Kek {
    private static final String KMS = "https://cloudkms.googleapis.com/v1/";

    private static final String CHECKSUM = "Crc32c";

    private final KekUri.Google key;
    private final KekHttp http;
    private final GoogleTokens tokens;

    public GoogleKek(KekUri.Google key, GoogleAccess access) {
        this.key = key;
        this.http = new KekHttp("Google Cloud", access.endpointOverride(), access.callTimeout());
        this.tokens = new GoogleTokens(http, access.credentials().map(ServiceAccount::parse));
    }

    @Override
    public byte[] encrypt(byte[] plaintext) throws KekException {
        return ask("encrypt", "plaintext", plaintext, "ciphertext");
    }

    @Override
    public byte[] decrypt(byte[] ciphertext) throws KekException {
        return ask("decrypt", "ciphertext", ciphertext, "plaintext");
    }

    @Override
    public void close() {
        http.close();
    }

    private byte[] ask(String operation, String given, byte[] bytes, String wanted) throws KekException {
        JsonObject question = new JsonObject();
        question.addProperty(given, Base64.getEncoder().encodeToString(bytes));
        question.addProperty(given + CHECKSUM, checksum(bytes));
        Reply reply = http.post(
                KMS + key.name() + ":" + operation,
                "application/json",
                question.toString(),
                "Authorization",
                "Bearer " + tokens.next());
        if (!reply.ok()) {
            throw GoogleKekFailures.classify(reply.status(), reply.body());
        }
        return undamaged(reply.body(), wanted);
    }

    /** A bit that is another one may leave a keyset that can be read, and would seal what nothing ever opens. */
    private static byte[] undamaged(JsonObject answer, String wanted) throws KekException {
        if (!answer.has(wanted) || !answer.has(wanted + CHECKSUM)) {
            throw new KekException(Kind.REFUSED, "Google Cloud KMS answered without a " + wanted);
        }
        byte[] bytes = Base64.getDecoder().decode(answer.get(wanted).getAsString());
        if (!answer.get(wanted + CHECKSUM).getAsString().equals(checksum(bytes))) {
            throw new KekException(Kind.UNANSWERED, "What Google Cloud KMS answered was damaged on its way");
        }
        return bytes;
    }

    /** As Google writes a number of 64 bits. */
    private static String checksum(byte[] bytes) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes);
        return Long.toString(checksum.getValue());
    }
}
