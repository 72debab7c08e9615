package io.keyward.config.encryption.credential;

import io.keyward.atlas.region.Cloud;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The secrets that a PATCH carried, at most one of each provider. One that the project has already has the id that it has there. */
public record SentCredentials(List<KmsCredential> all) {
    /** No secret was sent. */
    public static final SentCredentials NONE = new SentCredentials(List.of());

    public SentCredentials {
        all = List.copyOf(all);
    }

    /** The id of the one that was sent for that provider. */
    public Optional<String> idFor(Cloud provider) {
        return all.stream()
                .filter(one -> one.provider() == provider)
                .map(KmsCredential::id)
                .findFirst();
    }

    /** The secret of that id, if it is among them. */
    public Optional<String> secret(String credentialId) {
        return all.stream()
                .filter(one -> one.id().equals(credentialId))
                .map(KmsCredential::secret)
                .findFirst();
    }

    /** Those whose ids are named. */
    SentCredentials named(Set<String> ids) {
        return new SentCredentials(
                all.stream().filter(one -> ids.contains(one.id())).toList());
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SentCredentials[" + all.stream().map(KmsCredential::id).collect(Collectors.joining(", ")) + "]";
    }
}
