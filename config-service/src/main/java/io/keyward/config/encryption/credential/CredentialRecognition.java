package io.keyward.config.encryption.credential;

import io.keyward.atlas.ObjectIds;
import io.keyward.atlas.region.Cloud;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;

/**
 * Tells whether a secret that was sent is one that the project has: then it keeps its id, and nothing changed. It is compared with what is kept, which
 * is opened for it; nothing that is made from a secret lies beside it.
 */
@ApplicationScoped
public class CredentialRecognition {
    private final KmsCredentialStore store;

    CredentialRecognition(KmsCredentialStore store) {
        this.store = store;
    }

    /** Each secret with the id that it has, or is to have. */
    public Uni<SentCredentials> recognise(String groupId, Map<Cloud, String> secrets) {
        return secrets.isEmpty()
                ? Uni.createFrom().item(SentCredentials.NONE)
                : store.all(groupId)
                        .map(kept -> new SentCredentials(secrets.entrySet().stream()
                                .map(sent -> recognise(kept, sent.getKey(), sent.getValue()))
                                .toList()));
    }

    private static KmsCredential recognise(List<KmsCredential> kept, Cloud provider, String secret) {
        return kept.stream()
                .filter(one -> one.provider() == provider && isSame(one.secret(), secret))
                .findFirst()
                .orElseGet(() -> new KmsCredential(ObjectIds.next(), provider, secret));
    }

    private static boolean isSame(String kept, String sent) {
        return MessageDigest.isEqual(kept.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}
