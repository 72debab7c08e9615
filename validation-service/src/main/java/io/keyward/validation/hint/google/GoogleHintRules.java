package io.keyward.validation.hint.google;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which key uses a hint of Google Cloud may be about. Only what can change whether a key can be used counts, and a call that was refused changed nothing.
 *
 * <ul>
 *   <li>Calls of Cloud KMS about a version, a key, a key ring or who may use them are about every key use in it.
 *   <li>Who may do what in a project is about every key use in that project; in a folder or an organisation, about all, for what they hold is not known here.
 *   <li>Service accounts are named by a number that says nothing here, services and perimeters by the number of a project: what is done to them is about
 *       every key use of Google Cloud.
 * </ul>
 */
final class GoogleHintRules {
    /** By its id. */
    private static final Pattern PROJECT = Pattern.compile("projects/(?![0-9]+(/|$)).*");

    private static final String KMS_API = "/services/cloudkms.googleapis.com";

    /** Of keys, and of who may do what where: about what lies in the resource that is named. */
    private static final Map<String, Set<String>> BY_NAME = Map.of(
            "cloudkms.googleapis.com",
            Set.of(
                    "DestroyCryptoKeyVersion",
                    "ImportCryptoKeyVersion",
                    "RestoreCryptoKeyVersion",
                    "SetIamPolicy",
                    "UpdateCryptoKeyVersion"),
            "cloudresourcemanager.googleapis.com",
            Set.of("DeleteProject", "SetIamPolicy", "UndeleteProject", "UpdateProject"));

    /** About every key use. */
    private static final Map<String, Set<String>> ANYWHERE = Map.of(
            "iam.googleapis.com",
            Set.of(
                    "DeleteRole",
                    "DeleteServiceAccount",
                    "DeleteServiceAccountKey",
                    "DisableServiceAccount",
                    "DisableServiceAccountKey",
                    "EnableServiceAccount",
                    "EnableServiceAccountKey",
                    "SetIAMPolicy",
                    "UndeleteRole",
                    "UndeleteServiceAccount",
                    "UpdateRole"),
            "accesscontextmanager.googleapis.com",
            Set.of(
                    "CommitServicePerimeters",
                    "CreateServicePerimeter",
                    "DeleteServicePerimeter",
                    "ReplaceServicePerimeters",
                    "UpdateServicePerimeter"));

    private static final String SERVICES = "serviceusage.googleapis.com";
    private static final Set<String> SERVICE_CALLS = Set.of("DisableService", "EnableService");

    private GoogleHintRules() {}

    /**
     * Whether the hint may be about a key use.
     *
     * @param key resource id of the version
     */
    static boolean concerns(GoogleHint hint, String key) {
        if (hint.refused()) {
            return false;
        }
        if (calls(BY_NAME, hint)) {
            return contains(hint.resource(), key);
        }
        return calls(ANYWHERE, hint) || isOfOurService(hint);
    }

    private static boolean calls(Map<String, Set<String>> known, GoogleHint hint) {
        return known.getOrDefault(hint.service(), Set.of()).contains(hint.method());
    }

    private static boolean isOfOurService(GoogleHint hint) {
        return hint.service().equals(SERVICES)
                && SERVICE_CALLS.contains(hint.method())
                && hint.resource() != null
                && hint.resource().endsWith(KMS_API);
    }

    /** Whether a key lies in what is named; in what is no project, or a project by its number, it may. */
    private static boolean contains(@Nullable String resource, String key) {
        return resource == null || !PROJECT.matcher(resource).matches() || (key + "/").startsWith(resource + "/");
    }
}
