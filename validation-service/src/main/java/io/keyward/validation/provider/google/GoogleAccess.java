package io.keyward.validation.provider.google;

import io.keyward.clouds.Freshness;
import io.keyward.clouds.google.GoogleWeb;
import io.keyward.clouds.google.ServiceAccountKey;
import io.keyward.clouds.web.BearerToken;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.credential.Credentials;
import io.keyward.validation.provider.google.GoogleReplies.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Supplier;

/** Tokens for the service account of a key: by its own key, or because ours may become it. */
@ApplicationScoped
class GoogleAccess {
    private final GoogleWeb web;
    private final Credentials credentials;

    GoogleAccess(GoogleWeb web, Credentials credentials) {
        this.web = web;
        this.credentials = credentials;
    }

    /** What getting a token ended with, and at which call. */
    record Entry(String operation, Answer<BearerToken> answer) {}

    /** A token; every attempt is written down in {@code calls}. */
    Uni<Entry> enter(GoogleKey key, Freshness freshness, CallLog calls) {
        var account = key.access().serviceAccount();
        return account == null ? byKey(key, freshness, calls) : become(account, freshness, calls);
    }

    private Uni<Entry> byKey(GoogleKey key, Freshness freshness, CallLog calls) {
        var given = key.secret();
        var credentialId = String.valueOf(key.access().credentialId());
        Supplier<Uni<BearerToken>> token = given == null
                ? () -> web.token(credentialId, freshness, () -> kept(key.groupId(), credentialId))
                : () -> web.signIn(ServiceAccountKey.parse(given.value()));
        return make(
                        GoogleOperations.TOKEN,
                        "service account",
                        calls.classedBy(failure -> GoogleReplies.classify(failure, Service.TOKEN)),
                        token)
                .map(answer -> new Entry(GoogleOperations.TOKEN, answer));
    }

    private Uni<ServiceAccountKey> kept(String groupId, String credentialId) {
        return credentials.get(groupId, credentialId).map(secret -> ServiceAccountKey.parse(secret.value()));
    }

    /** A token of an account that lets ours become it; every attempt is written down in {@code calls}. */
    Uni<Entry> become(String account, Freshness freshness, CallLog calls) {
        var asOurselves = calls.classedBy(failure -> GoogleReplies.classify(failure, Service.OWN_TOKEN));
        var asking = calls.classedBy(failure -> GoogleReplies.classify(failure, Service.IMPERSONATION));
        return make(GoogleOperations.TOKEN, web.ownAccount().orElse("none"), asOurselves, () -> web.ownToken(freshness))
                .chain(own -> switch (own) {
                    case Answer.Ok<BearerToken> ours ->
                        make(
                                        GoogleOperations.IMPERSONATE,
                                        account,
                                        asking,
                                        () -> web.impersonate(account, ours.value(), freshness))
                                .map(answer -> new Entry(GoogleOperations.IMPERSONATE, answer));
                    case Answer.Failed<BearerToken> failed ->
                        Uni.createFrom().item(new Entry(GoogleOperations.TOKEN, failed));
                });
    }

    private static Uni<Answer<BearerToken>> make(
            String operation, String target, CallLog calls, Supplier<Uni<BearerToken>> token) {
        return calls.makeUnlessKept(
                new CallLog.Request(operation, target, "global", Path.PUBLIC),
                token,
                BearerToken::cached,
                made -> Optional.ofNullable(made.requestId()));
    }
}
