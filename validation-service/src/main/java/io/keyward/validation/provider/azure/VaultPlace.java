package io.keyward.validation.provider.azure;

import io.keyward.clouds.azure.AzureWeb;
import io.keyward.clouds.web.BearerToken;
import io.keyward.clouds.web.CloudReply;
import io.keyward.clouds.web.CloudRequest;
import io.keyward.clouds.web.Way;
import io.keyward.validation.check.Evidence.Path;
import io.keyward.validation.check.KeyAccess.AzureApplication;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.asking.Answer;
import io.keyward.validation.check.asking.CallLog;
import io.keyward.validation.check.asking.Failure;
import io.keyward.validation.check.asking.Finding;
import io.keyward.validation.check.asking.Finding.Wrong;
import io.smallrye.mutiny.Uni;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whether a vault is in the subscription and the resource group that a configuration names, and whether private endpoints can be made to it. Asked before a configuration
 * is accepted, for endpoints are ordered by these names. Whoever may not look is believed.
 */
final class VaultPlace {
    private final AzureWeb web;
    private final AzureTarget.Key target;
    private final AzureApplication access;
    private final BearerToken token;
    private final CallLog calls;

    /** @param token for the resource manager */
    VaultPlace(AzureWeb web, AzureTarget.Key target, AzureApplication access, BearerToken token, CallLog calls) {
        this.web = web;
        this.target = target;
        this.access = access;
        this.token = token;
        this.calls = calls;
    }

    /** What is wrong with it; empty when nothing is known to be. */
    Uni<Optional<Finding>> look(boolean privately) {
        return vault().chain(wrong ->
                wrong.isPresent() || !privately ? Uni.createFrom().item(wrong) : network());
    }

    private Uni<Optional<Finding>> vault() {
        var path = "/resourceGroups/" + encoded(access.resourceGroup()) + "/providers/Microsoft.KeyVault/vaults/"
                + encoded(access.vault()) + "?api-version=2023-07-01";
        return get(AzureOperations.GET_VAULT, path).map(answer -> switch (answer) {
            case Answer.Ok<CloudReply> ignored -> Optional.empty();
            case Answer.Failed<CloudReply> failed ->
                isElsewhere(failed.failure())
                        ? Optional.of(new Wrong(
                                Problem.KEY_ELSEWHERE, true, failed.failure().words()))
                        : Optional.empty();
        });
    }

    private Uni<Optional<Finding>> network() {
        return get(AzureOperations.GET_PROVIDER, "/providers/Microsoft.Network?api-version=2022-09-01")
                .map(answer -> answer.map(reply -> reply.json().getString("registrationState", "Registered")))
                .map(answer -> switch (answer) {
                    case Answer.Ok<String> ok ->
                        ok.value().equals("Registered")
                                ? Optional.empty()
                                : Optional.of(new Wrong(
                                        Problem.PRIVATE_NETWORK_NOT_ENABLED,
                                        true,
                                        "Microsoft.Network is " + ok.value() + " in the subscription"));
                    case Answer.Failed<String> ignored -> Optional.empty();
                });
    }

    private static boolean isElsewhere(Failure failure) {
        return switch (failure.code()) {
            case "ResourceNotFound", "ResourceGroupNotFound", "SubscriptionNotFound" -> true;
            default -> false;
        };
    }

    private Uni<Answer<CloudReply>> get(String operation, String path) {
        var subscription = "/subscriptions/" + encoded(access.subscriptionId());
        var url = "https://" + target.environment().managementHost() + subscription + path;
        return calls.make(
                new CallLog.Request(operation, subscription, access.environment(), Path.PUBLIC),
                () -> web.ask(CloudRequest.asking(url, token, null, Way.INTERNET)),
                reply -> reply.header("x-ms-request-id"));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
