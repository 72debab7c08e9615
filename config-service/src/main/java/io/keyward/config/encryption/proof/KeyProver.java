package io.keyward.config.encryption.proof;

import io.keyward.config.encryption.settings.EncryptionConfig.AwsKms;
import io.keyward.config.encryption.settings.EncryptionError;
import io.keyward.config.encryption.settings.KeyProof;
import io.keyward.config.role.AwsRole;
import io.keyward.config.role.RoleStore;
import io.keyward.config.validation.KeyAnswer;
import io.keyward.config.validation.KeyQuestion;
import io.keyward.config.validation.ValidationClient;
import io.keyward.contracts.KeyEvent.ProviderCall;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;

/** Has a wanted key opened in the customer's cloud before anything is recorded. Never called with a session open. */
@ApplicationScoped
public class KeyProver {
    private final RoleStore roles;
    private final ValidationClient validation;
    private final Clock clock;

    KeyProver(RoleStore roles, ValidationClient validation, Clock clock) {
        this.roles = roles;
        this.validation = validation;
        this.clock = clock;
    }

    /** Opens the key with the role of the configuration; fails with the refusal when it does not open. */
    public Uni<KeyProof> prove(String groupId, AwsKms wanted) {
        return roles.find(groupId, wanted.roleId())
                .map(role -> role.orElseThrow(
                        () -> EncryptionRefusals.of(new EncryptionError.RoleNotFound(wanted.roleId()))))
                .chain(role -> prove(wanted, role));
    }

    /** Opens the key with that role, which may not be stored yet as it is given. */
    public Uni<KeyProof> prove(AwsKms wanted, AwsRole role) {
        String roleArn = role.authorizedArn()
                .orElseThrow(() -> EncryptionRefusals.of(new EncryptionError.RoleNotAuthorized(role.id())));
        KeyQuestion question = new KeyQuestion(
                role.groupId(), "AWS", wanted.key(), wanted.region().cloudName(), roleArn, role.externalId());
        return validation.checkKey(question).map(answer -> proof(wanted, role, roleArn, answer));
    }

    private KeyProof proof(AwsKms wanted, AwsRole role, String roleArn, KeyAnswer answer) {
        return switch (answer.outcome()) {
            case VALID ->
                new KeyProof(
                        answer.key() == null ? wanted.key() : answer.key(),
                        true,
                        roleArn,
                        role.externalId(),
                        madeAt(answer));
            case REVOKED, UNUSABLE -> throw KeyRefusals.of(answer, wanted);
            case INCONCLUSIVE -> pending(wanted, role, roleArn, answer);
        };
    }

    /** Behind private networking a key may be out of reach until its endpoint stands: accepted, and not valid yet. */
    private KeyProof pending(AwsKms wanted, AwsRole role, String roleArn, KeyAnswer answer) {
        if (!wanted.requirePrivateNetworking()) {
            throw KeyRefusals.of(answer, wanted);
        }
        if (!wanted.isArn()) {
            throw EncryptionRefusals.of(new EncryptionError.ArnNeeded(wanted.key()));
        }
        return new KeyProof(wanted.key(), false, roleArn, role.externalId(), madeAt(answer));
    }

    /** By the clock of whoever made the check, for verdicts are compared with it and carry that clock's times. */
    private Instant madeAt(KeyAnswer answer) {
        return answer.callsMade().stream()
                .map(ProviderCall::at)
                .max(Comparator.naturalOrder())
                .orElseGet(clock::instant);
    }
}
