package io.keyward.config.encryption.credential;

import io.keyward.atlas.region.Cloud;

/**
 * A secret that opens keys of a project at one provider.
 *
 * @param id what configurations and events name it by: another secret has another one
 * @param secret an application's secret on Azure, the JSON of a service account's key on Google Cloud
 */
public record KmsCredential(String id, Cloud provider, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
        return "KmsCredential[" + id + ", " + provider + "]";
    }
}
