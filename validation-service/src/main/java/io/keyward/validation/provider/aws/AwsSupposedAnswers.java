package io.keyward.validation.provider.aws;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.KeyCheck.Revoked;
import io.keyward.validation.check.KeyCheck.Revoked.Reason;
import io.keyward.validation.check.KeyRef.AwsKey;
import io.keyward.validation.check.SupposedAnswers;
import io.keyward.validation.provider.aws.Finding.Taken;
import io.keyward.validation.provider.aws.call.AwsOperations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Answers of AWS as they would be put into words. */
@ApplicationScoped
class AwsSupposedAnswers implements SupposedAnswers<AwsKey> {

    @Override
    public Revoked revoked(AwsKey key, Reason reason) {
        var said =
                switch (AwsTarget.of(key)) {
                    case AwsTarget.Key target ->
                        AwsWords.check(learned(reason), key, target, List.of()).evidence();
                    case AwsTarget.Refused refused ->
                        new Evidence(key.key(), refused.explanation(), refused.remedy(), List.of());
                };
        return new Revoked(reason, said);
    }

    private static Learned learned(Reason reason) {
        return new Learned(new Taken(reason, operation(reason), null, null), null);
    }

    private static String operation(Reason reason) {
        return switch (reason) {
            case KEY_DISABLED, KEY_PENDING_DELETION, KEY_MATERIAL_MISSING, KEY_NOT_FOUND -> AwsOperations.DESCRIBE_KEY;
            case ACCESS_REVOKED, ASSIGNMENT_REVOKED, JUSTIFICATION_DENIED -> AwsOperations.DECRYPT;
            case ROLE_NOT_ASSUMABLE, CREDENTIALS_INVALID, CREDENTIALS_EXPIRED -> AwsOperations.ASSUME_ROLE;
        };
    }
}
