package io.keyward.endpoint.provider.azure;

import java.util.List;

/** What can go wrong between us and Azure: whether to ask again, what a person is told, and the error codes by which Azure says so. */
enum AzureTrouble {
    THROTTLED(
            true,
            "Azure is being asked too much; we ask again once it lets us.",
            "TooManyRequests",
            "SubscriptionRequestsThrottled",
            "ResourceCollectionRequestsThrottled",
            "ResourceRequestsThrottled",
            "OperationThrottled",
            "RequestThrottled",
            "Throttled",
            "AADSTS90055",
            "AADSTS50196"),
    FAULT(
            true,
            "Azure failed; we ask again.",
            "InternalServerError",
            "InternalError",
            "InternalServerErrorRetryable",
            "RetryableError",
            "RetryableErrorDueToAnotherOperation"),
    UNAVAILABLE(
            true,
            "Azure is not available; we ask again.",
            "ServiceUnavailable",
            "ServerBusy",
            "BadGateway",
            "AADSTS90006",
            "AADSTS90012",
            "AADSTS90024",
            "AADSTS90033"),
    TIMED_OUT(
            true,
            "Azure did not answer in time; we ask again.",
            "GatewayTimeout",
            "ServerTimeout",
            "RequestTimeout",
            "OperationTimedOut"),
    UNREACHABLE(true, "Azure could not be reached; we ask again."),
    INTERCEPTED(
            true,
            "Something on the way to Azure answered in its place; we ask again. " + Ask.OPERATOR
                    + "check the proxies."),
    UNTRUSTED(
            true,
            "What answers for Azure cannot prove that it is Azure; we ask again. " + Ask.OPERATOR
                    + "check the certificates that we trust."),
    /** An answer that is not in this table: with its code it says enough to look it up. */
    UNKNOWN(true, "Azure gave an answer that we do not know; we ask again."),
    BUSY(
            true,
            "Azure is still busy with something it depends on; we ask again.",
            "AnotherOperationInProgress",
            "Conflict",
            "ConflictError",
            "Canceled",
            "OperationPreempted",
            "ReferencedResourceNotProvisioned",
            "ResourceGroupBeingDeleted",
            "PreconditionFailed"),
    /** Of an endpoint that is asked for by its name. */
    GONE(true, "Azure does not have it any more; we ask again.", "ResourceNotFound", "NotFound"),

    NO_APPLICATION_SET(
            true,
            "We have no application on Azure. " + Ask.OPERATOR
                    + "set keyward.azure.tenant-id, .application-id, .application-secret and .subscription-id."),
    SECRET(
            true,
            Ask.signIn("set keyward.azure.application-secret to a secret of that application that is valid"),
            "AADSTS7000215",
            "AADSTS7000216",
            "invalid_client"),
    SECRET_EXPIRED(
            true,
            Ask.signIn("make a new secret for our application, since its old one has expired, and set"
                    + " keyward.azure.application-secret"),
            "AADSTS7000222"),
    APPLICATION(
            true,
            Ask.signIn("check that keyward.azure.application-id is there and enabled in keyward.azure.tenant-id"),
            "AADSTS700016",
            "AADSTS7000112",
            "AADSTS700027",
            "unauthorized_client"),
    TENANT(
            true,
            Ask.signIn("check keyward.azure.tenant-id and keyward.endpoint.azure.environment"),
            "AADSTS90002",
            "AADSTS90038",
            "AADSTS900382",
            "AADSTS900023",
            "AADSTS500011",
            "AADSTS50001",
            "invalid_request",
            "invalid_resource"),
    CONDITIONAL_ACCESS(
            true,
            Ask.signIn("let our application through the conditional access policies of keyward.azure.tenant-id"),
            "AADSTS53003",
            "AADSTS530032",
            "AADSTS50012"),
    TOKEN(
            true,
            Ask.ours("check the clock, and whether our application is still allowed in"),
            "AuthenticationFailed",
            "ExpiredAuthenticationToken",
            "InvalidAuthenticationToken"),
    OTHER_TENANT(
            false,
            Ask.ours("check that keyward.azure.subscription-id belongs to keyward.azure.tenant-id"),
            "InvalidAuthenticationTokenTenant"),

    NOT_ALLOWED(
            false,
            Ask.ours("give our application the actions Microsoft.Network/privateEndpoints/read, …/write and …/delete"
                    + " in keyward.endpoint.azure.resource-group, and"
                    + " Microsoft.Network/virtualNetworks/subnets/join/action on the subnets"),
            "AuthorizationFailed",
            "AuthorizationPermissionMismatch",
            "LinkedAuthorizationFailed",
            "LinkedAccessCheckFailed",
            "DenyAssignmentAuthorizationFailed",
            "Forbidden"),
    POLICY(
            false,
            Ask.ours("exempt keyward.endpoint.azure.resource-group from the policy that forbids it"),
            "RequestDisallowedByPolicy",
            "RequestDisallowedByAzure"),
    LOCKED(false, Ask.ours("take the lock off keyward.endpoint.azure.resource-group"), "ScopeLocked"),
    DISABLED(
            false,
            Ask.ours("have the subscription enabled again"),
            "ReadOnlyDisabledSubscription",
            "SubscriptionNotEnabled",
            "DisallowedOperation"),
    NO_SUBSCRIPTION(
            false, Ask.ours("check keyward.azure.subscription-id"), "SubscriptionNotFound", "InvalidSubscriptionId"),
    NOT_REGISTERED(
            false,
            "Microsoft.Network is not registered. Register it in the subscription of the vault (az provider register"
                    + " --namespace Microsoft.Network); if it is, ask whoever operates this installation to do the same"
                    + " in ours.",
            "MissingSubscriptionRegistration",
            "SubscriptionNotRegistered",
            "NoRegisteredProviderFound"),

    NO_ENDPOINT_LEFT(
            false,
            Ask.full("raise the limit of private endpoints, or add a network"),
            "PrivateEndpointsPerVnetExceeded",
            "PrivateEndpointQuotaExceeded",
            "PrivateEndpointsQuotaExceeded",
            "QuotaExceeded",
            "ResourceQuotaExceeded",
            "SubscriptionQuotaExceeded"),
    NO_ADDRESS_LEFT(
            false,
            Ask.full("name a subnet with free addresses"),
            "SubnetIsFull",
            "SubnetWithInsufficientAddresses",
            "InsufficientSubnetSize",
            "IpAddressesExhausted"),

    NO_NETWORK(false, Ask.network("there is no subnet")),
    NO_GROUP(false, Ask.network("the resource group does not exist"), "ResourceGroupNotFound"),
    NO_SUBNET(
            false,
            Ask.network("the subnet does not exist"),
            "InvalidResourceReference",
            "LinkedInvalidPropertyId",
            "SubnetNotFound"),
    SUBNET_POLICIES(
            false,
            Ask.network("the subnet forbids private endpoints by its network policies"),
            "PrivateEndpointCannotBeCreatedInSubnetThatHasNetworkPoliciesEnabled",
            "PrivateEndpointCreationNotAllowedAsSubnetIsDelegated"),
    OTHER_LOCATION(
            false,
            Ask.network("the subnet lies in another region"),
            "InvalidResourceLocation",
            "VnetInDifferentLocation",
            "LocationMismatch"),
    NOT_SERVED(
            false,
            Ask.network("Azure offers no private endpoints here"),
            "LocationNotAvailableForResourceType",
            "LocationNotSupportedForSubscription",
            "InvalidLocation",
            "PrivateEndpointNotSupportedInRegion"),

    NO_VAULT_KNOWN(
            false,
            "Nobody has told us which vault it is to lead to. Delete the endpoint and create it again; if that does not"
                    + " help, ask whoever operates this installation to see that all its services have one version."),
    NO_VAULT(
            false,
            "The vault that it is to lead to does not exist, or has no private link. Check azureKeyVault's subscriptionID,"
                    + " resourceGroupName and keyVaultName of encryption at rest, then delete the endpoint and create it"
                    + " again.",
            "PrivateLinkServiceNotFound",
            "PrivateLinkServiceIdNotFound",
            "PrivateEndpointInvalidPrivateLinkServiceId"),
    TOO_MANY_CONNECTIONS(
            false,
            "The vault has as many private endpoint connections as it may. Remove rejected and unused ones from the vault.",
            "PrivateEndpointConnectionsExceeded",
            "PrivateLinkServiceConnectionLimitExceeded",
            "MaxPrivateEndpointConnectionsExceeded"),
    ASKED_OTHERWISE(
            false,
            "There is an endpoint of this name that leads to another vault. Delete the endpoint and create it again.",
            "CannotChangePrivateLinkConnectionOnPrivateEndpoint",
            "PrivateEndpointPropertiesCannotBeChanged"),
    NOT_ACCEPTED(
            false,
            Ask.network("Azure does not accept it, and what it says is in our log"),
            "BadRequest",
            "InvalidApiVersionParameter",
            "InvalidParameter",
            "InvalidRequestContent",
            "InvalidRequestFormat",
            "InvalidResourceName",
            "InvalidResourceNamespace",
            "InvalidResourceType",
            "InvalidTagNameCharacters",
            "MissingApiVersionParameter",
            "PropertyChangeNotAllowed");

    private final boolean again;
    private final String text;
    private final List<String> codes;

    AzureTrouble(boolean again, String text, String... codes) {
        this.again = again;
        this.text = text;
        this.codes = List.of(codes);
    }

    /** Whether the same request may have another outcome before somebody has done something about the endpoint itself. */
    boolean again() {
        return again;
    }

    /** Whether every other request would meet it as well, until Azure lets us ask again. */
    boolean concernsAll() {
        return this == THROTTLED || this == UNAVAILABLE;
    }

    /** What happened, and what to do. */
    String text() {
        return text;
    }

    /** Azure's codes for it, those of signing in with AADSTS before the number; none where Azure has no code, or shares it with others. */
    List<String> codes() {
        return codes;
    }

    /** Remedies. Who uses the API can do nothing about our network or our rights, but knows whom to ask, and for what. */
    private static final class Ask {
        static final String OPERATOR = "Ask whoever operates this installation to ";

        private Ask() {}

        static String signIn(String remedy) {
            return "Azure does not let our application sign in. " + OPERATOR + remedy + ".";
        }

        static String ours(String remedy) {
            return "Azure does not let us. " + OPERATOR + remedy + ".";
        }

        static String full(String remedy) {
            return "There is no room for it in this region. " + OPERATOR + remedy + ".";
        }

        static String network(String fault) {
            return "The network for endpoints in this region is not set up: " + fault + ". " + OPERATOR
                    + "correct keyward.endpoint.azure.";
        }
    }
}
