package io.keyward.validation.provider.azure;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.azure.AzureEnvironment.Audience;
import io.keyward.clouds.azure.AzureIdentity;
import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyChecker;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.KeyRef.AzureKey;
import io.keyward.validation.check.Secret;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Finding.NoAnswer;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.FindingRules;
import io.keyward.validation.check.asking.FindingWords;
import io.keyward.validation.check.asking.KeyTrial;
import io.keyward.validation.check.asking.Learned;
import io.keyward.validation.credential.Credentials;
import io.keyward.validation.unknown.UnknownAnswers;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Checks a key of Azure Key Vault by using it as the configured application. A denial with a token of before is asked again with a new one;
 * that our own application is not let in is believed only while it is let in at home.
 */
@ApplicationScoped
class AzureKeyChecker implements KeyChecker<AzureKey> {
    private final AzureWeb web;
    private final OwnApplication own;
    private final Credentials credentials;
    private final UnknownAnswers unknown;

    AzureKeyChecker(AzureWeb web, OwnApplication own, Credentials credentials, UnknownAnswers unknown) {
        this.web = web;
        this.own = own;
        this.credentials = credentials;
        this.unknown = unknown;
    }

    @Override
    public Uni<KeyCheck> check(AzureKey key, Freshness freshness) {
        return switch (AzureTarget.of(key)) {
            case AzureTarget.Key target ->
                switch (key.path()) {
                    case KeyPath.Open path -> check(key, target, path, freshness);
                    case KeyPath.Missing path -> Uni.createFrom().item(FindingWords.missing(target.id(), path));
                };
            case AzureTarget.Refused refused -> Uni.createFrom().item(FindingWords.refused(key.key(), refused.said()));
        };
    }

    private Uni<KeyCheck> check(AzureKey key, AzureTarget.Key target, KeyPath.Open path, Freshness freshness) {
        return Uni.createFrom().deferred(() -> {
            boolean ourselves = isOurselves(key);
            var calls = new CallLog(InstantSource.system(), thrown -> AzureReplies.classify(thrown, ourselves));
            return find(new Search(key, target, path, calls), freshness)
                    .chain(learned -> ourselves
                            ? proven(learned, calls)
                            : Uni.createFrom().item(learned))
                    .call(learned -> unknown.note("AZURE", learned.finding(), calls.now()))
                    .map(learned ->
                            FindingWords.check(learned.of(key), target.id(), calls.made(), AzureVocabulary.WORDS));
        });
    }

    private Uni<Learned> find(Search search, Freshness freshness) {
        return token(search, Audience.VAULTS, freshness).chain(answer -> switch (answer) {
            case Answer.Ok<BearerToken> ok ->
                use(search, ok.value())
                        .chain(learned -> ok.value().cached() && FindingRules.isWorthANewToken(learned.finding())
                                ? find(search, Freshness.FRESH)
                                : Uni.createFrom().item(learned));
            case Answer.Failed<BearerToken> failed ->
                Uni.createFrom()
                        .item(new Learned(
                                FindingRules.failed(
                                        AzureOperations.TOKEN,
                                        failed.failure(),
                                        search.key().probe() != null,
                                        false),
                                null));
        });
    }

    /** That we are not let in, or find no tenant to be let into, is the customer's doing only if we are let in at home. */
    private Uni<Learned> proven(Learned learned, CallLog calls) {
        if (!(learned.finding() instanceof Taken taken) || !taken.operation().equals(AzureOperations.TOKEN)) {
            return Uni.createFrom().item(learned);
        }
        return own.signInAtHome(calls).map(answer -> switch (answer) {
            case Answer.Ok<BearerToken> ignored -> learned;
            case Answer.Failed<BearerToken> failed ->
                new Learned(new NoAnswer(Cause.OUR_CREDENTIALS, AzureOperations.TOKEN, failed.failure()), null);
        });
    }

    private Uni<Learned> use(Search search, BearerToken token) {
        var key = search.key();
        var route = new VaultCalls.Route(search.path(), key.region());
        var calls = new VaultCalls(web, search.target(), route, token, search.calls());
        return new KeyTrial<>(calls, key.probe())
                .run()
                .chain(tried -> Disappearance.lookInto(tried, calls))
                .chain(learned -> placed(search, learned));
    }

    /** A key that is proposed, and works, has to be where the configuration says. */
    private Uni<Learned> placed(Search search, Learned learned) {
        if (search.key().keyUseId() != null || !(learned.finding() instanceof Works)) {
            return Uni.createFrom().item(learned);
        }
        return token(search, Audience.MANAGEMENT, Freshness.FRESH).chain(answer -> switch (answer) {
            case Answer.Ok<BearerToken> ok ->
                new VaultPlace(web, search.target(), search.key().access(), ok.value(), search.calls())
                        .look(search.isPrivate())
                        .map(wrong -> wrong.map(finding -> new Learned(finding, learned.life()))
                                .orElse(learned));
            case Answer.Failed<BearerToken> ignored -> Uni.createFrom().item(learned);
        });
    }

    private Uni<Answer<BearerToken>> token(Search search, Audience audience, Freshness freshness) {
        var key = search.key();
        var access = key.access();
        var identity = new AzureIdentity(
                search.target().environment(), access.tenantId(), access.clientId(), access.credentialId());
        var given = key.secret();
        return search.calls()
                .makeUnlessKept(
                        new CallLog.Request(
                                AzureOperations.TOKEN, access.clientId(), access.environment(), Path.PUBLIC),
                        () -> given == null
                                ? web.token(identity, audience, freshness, () -> secret(key)
                                        .map(Secret::value))
                                : web.signIn(identity, audience, given.value()),
                        BearerToken::cached,
                        token -> Optional.ofNullable(token.requestId()));
    }

    private Uni<Secret> secret(AzureKey key) {
        var credentialId = key.access().credentialId();
        return credentialId == null ? own.secret() : credentials.get(key.groupId(), credentialId);
    }

    private static boolean isOurselves(AzureKey key) {
        return key.secret() == null && key.access().credentialId() == null;
    }

    /** What one check looks at, and how. */
    private record Search(AzureKey key, AzureTarget.Key target, KeyPath.Open path, CallLog calls) {

        /** Whether the project wants the key to be reached over private endpoints only. */
        boolean isPrivate() {
            return switch (path) {
                case KeyPath.Public internet -> internet.provisional();
                case KeyPath.Private ignored -> true;
            };
        }
    }
}
