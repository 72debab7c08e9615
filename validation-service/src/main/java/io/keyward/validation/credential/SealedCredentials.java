package io.keyward.validation.credential;

import io.keyward.secrets.SealedColumn;
import io.keyward.secrets.SealedColumn.Kind;
import io.keyward.secrets.SealedColumns;
import io.keyward.secrets.Sealer;
import io.keyward.validation.check.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;

/** The credentials that key uses name: from the sealed copy, else from config-service, of which a sealed copy is kept then. */
@ApplicationScoped
class SealedCredentials implements Credentials, SealedColumns {
    private static final Logger LOG = Logger.getLogger(SealedCredentials.class);

    private final CredentialStore store;
    private final CredentialSource source;
    private final Sealer sealer;

    SealedCredentials(CredentialStore store, CredentialSource source, Sealer sealer) {
        this.store = store;
        this.source = source;
        this.sealer = sealer;
    }

    @Override
    public List<SealedColumn> sealedColumns() {
        return List.of(new SealedColumn(
                "credential",
                "credential_id",
                "sealed",
                Kind.BYTES,
                "t.group_id || ':' || t.credential_id",
                SealedCredentials::ownerOf));
    }

    @Override
    public Uni<Secret> get(String groupId, String credentialId) {
        return store.find(groupId, credentialId)
                .chain(kept -> kept.map(copy -> Uni.createFrom().item(() -> open(groupId, credentialId, copy)))
                        .orElseGet(() -> fetch(groupId, credentialId)));
    }

    private Uni<Secret> fetch(String groupId, String credentialId) {
        return source.fetch(groupId, credentialId)
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "credentialId=%s could not be fetched: %s",
                        credentialId, failure.getClass().getSimpleName()))
                .onFailure()
                .transform(failure -> new NotAtHandException("config-service could not be asked"))
                .map(found -> found.orElseThrow(
                        () -> new NotAtHandException("config-service has no credential " + credentialId)))
                .call(secret -> store.keep(groupId, credentialId, seal(groupId, credentialId, secret)));
    }

    private byte[] seal(String groupId, String credentialId, Secret secret) {
        return sealer.seal(secret.value().getBytes(StandardCharsets.UTF_8), owner(groupId, credentialId));
    }

    private Secret open(String groupId, String credentialId, byte[] sealed) {
        return new Secret(new String(sealer.open(sealed, owner(groupId, credentialId)), StandardCharsets.UTF_8));
    }

    private static String owner(String groupId, String credentialId) {
        return ownerOf(groupId + ":" + credentialId);
    }

    private static String ownerOf(String named) {
        return "credential:" + named;
    }
}
