package io.keyward.secrets;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Where the sealing keyset comes from, what it is encrypted by, and how often it is looked for what a former key sealed. */
@ConfigMapping(prefix = "keyward.secrets")
interface SecretsConfig {

    /** A Tink AEAD keyset as JSON, in clear unless {@code keyward.secrets.keyset-encrypted-by} names a key: comes from a secret store through the environment. */
    Optional<String> keyset();

    /** A file that holds the same. */
    Optional<Path> keysetFile();

    /**
     * The key of a KMS that encrypted the keyset: {@code aws-kms://arn:aws:kms:…}, {@code gcp-kms://projects/…/cryptoKeys/…} as Tink writes them, or
     * {@code azure-kv://<vault>.vault.azure.net/keys/<key>/<version>}. A keyset in clear is refused then, and an encrypted one without it.
     */
    Optional<String> keysetEncryptedBy();

    /** How often what a former key of the keyset sealed is looked for, and sealed again with the primary one. */
    @WithDefault("10m")
    String reseal();

    /** How that KMS is asked. */
    Kms kms();

    /** AWS, where it has the key. */
    Aws aws();

    /** Azure, where it has the key. */
    Azure azure();

    /** Google Cloud, where it has the key. */
    Google google();

    /** How the KMS that encrypted the keyset is asked; once, at the start. */
    interface Kms {

        /** One call to the KMS that encrypted the keyset. */
        @WithDefault("5s")
        Duration callTimeout();

        /** For how long it is asked again at the start while it does not answer. What it refuses is not asked again. */
        @WithDefault("30s")
        Duration patience();
    }

    /** AWS KMS, as far as the keyset is concerned: a service that only needs its keyset gets an identity of its own. */
    interface Aws {

        /** Where AWS KMS is for the keyset, instead of its public endpoint. */
        @WithDefault("${keyward.aws.endpoint:}")
        Optional<URI> endpoint();

        /** Static credentials that may decrypt the keyset, together with their secret. Without them the usual chain of the SDK applies: the identity of the pod or machine. */
        @WithDefault("${keyward.aws.access-key-id:}")
        Optional<String> accessKeyId();

        /** The secret of that access key. */
        @WithDefault("${keyward.aws.secret-access-key:}")
        Optional<String> secretAccessKey();
    }

    /** Azure Key Vault, as far as the keyset is concerned. */
    interface Azure {

        /** Where all of Azure is for the keyset, instead of its own hosts. */
        @WithDefault("${keyward.azure.endpoint-override:}")
        Optional<URI> endpointOverride();

        /** The tenant of an application that may wrap and unwrap with the key. Without its secret the pod's federated identity or the machine's managed one is asked. */
        @WithDefault("${keyward.azure.tenant-id:}")
        Optional<String> tenantId();

        /** That application. */
        @WithDefault("${keyward.azure.application-id:}")
        Optional<String> applicationId();

        /** Its secret. */
        @WithDefault("${keyward.azure.application-secret:}")
        Optional<String> applicationSecret();
    }

    /** Google Cloud KMS, as far as the keyset is concerned. */
    interface Google {

        /** Where all of Google Cloud is for the keyset, instead of its own hosts. */
        @WithDefault("${keyward.google.endpoint-override:}")
        Optional<URI> endpointOverride();

        /** The key file of a service account that may decrypt the keyset. Without it the metadata server is asked: the identity of the pod or machine. */
        @WithDefault("${keyward.google.credentials:}")
        Optional<String> credentials();
    }
}
