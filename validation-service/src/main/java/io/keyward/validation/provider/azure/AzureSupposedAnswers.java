package io.keyward.validation.provider.azure;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.SupposedAnswers;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.FindingWords;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers of Azure as they would be put into words. */
@ApplicationScoped
class AzureSupposedAnswers implements SupposedAnswers<AzureKey> {

    @Override
    public Revoked revoked(AzureKey key, Reason reason) {
        return FindingWords.supposed(
                new Taken(reason, AzureOperations.DECRYPT, null), key.key(), AzureVocabulary.WORDS);
    }
}
