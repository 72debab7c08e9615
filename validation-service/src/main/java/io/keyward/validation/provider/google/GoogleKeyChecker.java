package io.keyward.validation.provider.google;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.google.GoogleWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyChecker;
import io.keyward.validation.check.KeyLife;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.FindingRules;
import io.keyward.validation.check.asking.FindingWords;
import io.keyward.validation.check.asking.KeyTrial;
import io.keyward.validation.check.asking.KeyTrial.Tried;
import io.keyward.validation.check.asking.Learned;
import io.keyward.validation.provider.google.GoogleReplies.Service;
import io.keyward.validation.unknown.UnknownAnswers;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Checks a key of Google Cloud KMS by using it as the configured service account. A denial with a token of before is asked again with a new one. */
@ApplicationScoped
class GoogleKeyChecker implements KeyChecker<GoogleKey> {
    private final GoogleWeb web;
    private final GoogleAccess access;
    private final UnknownAnswers unknown;

    GoogleKeyChecker(GoogleWeb web, GoogleAccess access, UnknownAnswers unknown) {
        this.web = web;
        this.access = access;
        this.unknown = unknown;
    }

    @Override
    public Uni<KeyCheck> check(GoogleKey key, Freshness freshness) {
        return switch (GoogleTarget.of(key)) {
            case GoogleTarget.Key target ->
                switch (key.path()) {
                    case KeyPath.Open ignored -> check(key, target, freshness);
                    case KeyPath.Missing path -> Uni.createFrom().item(FindingWords.missing(target.version(), path));
                };
            case GoogleTarget.Refused refused -> Uni.createFrom().item(FindingWords.refused(key.key(), refused.said()));
        };
    }

    private Uni<KeyCheck> check(GoogleKey key, GoogleTarget.Key target, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            var service = key.access().serviceAccount() == null ? Service.KMS : Service.KMS_AS_OURSELVES;
            var calls = new CallLog(InstantSource.system(), thrown -> GoogleReplies.classify(thrown, service));
            return find(key, target, freshness, calls)
                    .call(learned -> unknown.note("GCP", learned.finding(), calls.now()))
                    .map(learned -> FindingWords.check(
                            learned.of(key), target.version(), calls.made(), GoogleVocabulary.WORDS));
        });
    }

    private Uni<Learned> find(GoogleKey key, GoogleTarget.Key target, Freshness freshness, CallLog calls) {
        return access.enter(key, freshness, calls).chain(entry -> switch (entry.answer()) {
            case Answer.Ok<BearerToken> ok ->
                use(key, new KmsCalls(web, target, context(key), ok.value(), calls))
                        .chain(learned -> ok.value().cached() && FindingRules.isWorthANewToken(learned.finding())
                                ? find(key, target, Freshness.FRESH, calls)
                                : Uni.createFrom().item(learned));
            case Answer.Failed<BearerToken> failed ->
                Uni.createFrom()
                        .item(new Learned(
                                FindingRules.failed(entry.operation(), failed.failure(), key.probe() != null, false),
                                null));
        });
    }

    private static Uni<Learned> use(GoogleKey key, KmsCalls calls) {
        return new KeyTrial<>(calls, key.probe()).run().chain(tried -> learned(tried, key.rotationDue(), calls));
    }

    private static Uni<Learned> learned(Tried<KeyVersion> tried, boolean rotationDue, KmsCalls calls) {
        @Nullable KeyVersion version = tried.description();
        if (version == null) {
            return Uni.createFrom().item(new Learned(tried.finding(), null));
        }
        Uni<KeyLife> life = rotationDue && tried.finding() instanceof Works
                ? calls.key().map(answer -> life(version, answer))
                : Uni.createFrom().item(version.life(null));
        return life.map(known -> new Learned(tried.finding(), known));
    }

    /** Whoever may not look at the key is told of the version alone. */
    private static KeyLife life(KeyVersion version, Answer<JsonObject> key) {
        return switch (key) {
            case Answer.Ok<JsonObject> ok -> version.life(KeyVersion.time(ok.value(), "nextRotationTime"));
            case Answer.Failed<JsonObject> ignored -> version.life(null);
        };
    }

    /** Fixed for a key use, since ciphertext opens only in the context it was made in. */
    private static String context(GoogleKey key) {
        var keyUse = key.keyUseId();
        return "purpose=keyward-key-check,project=" + key.groupId() + (keyUse == null ? "" : ",keyUse=" + keyUse);
    }
}
