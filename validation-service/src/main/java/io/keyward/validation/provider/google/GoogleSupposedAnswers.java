package io.keyward.validation.provider.google;

import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.SupposedAnswers;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.FindingWords;
import jakarta.enterprise.context.ApplicationScoped;

/** Answers of Google as they would be put into words. */
@ApplicationScoped
class GoogleSupposedAnswers implements SupposedAnswers<GoogleKey> {

    @Override
    public Revoked revoked(GoogleKey key, Reason reason) {
        return FindingWords.supposed(
                new Taken(reason, GoogleOperations.DECRYPT, null), key.key(), GoogleVocabulary.WORDS);
    }
}
