package io.keyward.simulator.google;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Control over Google's side: what it does not understand it refuses, and says why. */
class GoogleControlIT extends GoogleCase {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "POST | /google/keys | {\"name\":\"projects/p/keys/k\",\"users\":[]} | not the name of a key",
                "POST | /google/keys | {\"users\":[]} | name is missing",
                "PUT | /google/version-states | {\"version\":\"x\",\"state\":\"ENABLED\"} | not the name of a version",
                "PUT | /google/version-states | {\"version\":\"x\",\"state\":\"DISABLED\"} | by a call of Cloud KMS",
                "PUT | /google/outages | {\"key\":\"x\"} | there is no key x",
                "PUT | /google/policies | {\"bindings\":[]} | 'resource' is missing",
                "PUT | /google/policies?resource=x | {\"bindings\":[{\"role\":\"no\",\"members\":[]}]} | there is no role no",
                "PUT | /google/service-accounts/a@b | {\"state\":\"DELETED\"} | is deleted by DELETE",
                "DELETE | /google/service-accounts/a@b | {} | there is no service account a@b",
                "PUT | /google/projects/x | {\"color\":\"red\"} | color"
            })
    void whatIsNotUnderstoodIsRefused(String method, String path, String body, String why) {
        assertThat(send(method, "/_control" + path, body))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(400))
                .satisfies(answer -> assertThat(answer.body()).contains(why));
    }

    @Test
    void nothingBringsBackWhatIsDestroyedAndOnlyExternalKeysHaveAManager() {
        // Given
        String key = newKey();

        // When
        bring(key, "DESTROYED");

        // Then
        String again = "{\"version\":\"" + key + "/cryptoKeyVersions/1\",\"state\":\"ENABLED\"}";
        assertThat(send("PUT", "/_control/google/version-states", again).body()).contains("nothing brings back");
        String outage = "{\"key\":\"" + key + "\",\"outage\":\"UNAVAILABLE\"}";
        assertThat(send("PUT", "/_control/google/outages", outage).body()).contains("no external key manager");
    }

    @Test
    void theSeedsAreTold() {
        assertThat(control("GET", "/google/key-files", "").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder(GoogleAccounts.DEMO_ACCOUNT, GoogleAccounts.PLATFORM_ACCOUNT);
        assertThat(control("GET", "/google/projects", "").findValuesAsText("id"))
                .contains(GoogleAccounts.CUSTOMER_PROJECT, GoogleAccounts.PLATFORM_PROJECT);
        assertThat(control("GET", "/google/policies?resource=" + GoogleAccounts.DEMO_KEY, "")
                        .findValuesAsText("role"))
                .containsExactly("roles/cloudkms.cryptoKeyEncrypterDecrypter", "roles/cloudkms.viewer");
    }
}
