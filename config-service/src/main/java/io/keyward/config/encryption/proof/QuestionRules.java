package io.keyward.config.encryption.proof;

import io.keyward.config.encryption.settings.AzureVault;
import io.keyward.config.encryption.settings.KeyAccess;
import io.keyward.config.encryption.settings.KmsConfig;
import io.keyward.config.validation.KeyQuestion;
import io.keyward.contracts.EncryptionEvent.GoogleAccess;

/** How validation-service is asked for a key, by what it is to be opened with. Pure. */
final class QuestionRules {
    private QuestionRules() {}

    static KeyQuestion question(String groupId, KmsConfig wanted, Opening opening) {
        return switch (opening.access()) {
            case KeyAccess.AssumedRole(String roleArn, String externalId) ->
                new KeyQuestion.Aws(
                        groupId,
                        wanted.key(),
                        wanted.region().cloudName(),
                        roleArn,
                        externalId,
                        wanted.requirePrivateNetworking());
            case KeyAccess.AzureApplication application ->
                new KeyQuestion.Azure(
                        groupId,
                        wanted.key(),
                        wanted.region().cloudName(),
                        ((AzureVault) wanted).usedAs(application),
                        opening.secret().orElse(null),
                        wanted.requirePrivateNetworking());
            case KeyAccess.GoogleAccount(var credentialId, var serviceAccount) ->
                new KeyQuestion.Google(
                        groupId,
                        wanted.key(),
                        wanted.region().cloudName(),
                        new GoogleAccess(credentialId, serviceAccount),
                        opening.secret().orElse(null));
        };
    }
}
