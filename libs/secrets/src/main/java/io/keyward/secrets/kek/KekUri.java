package io.keyward.secrets.kek;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a key of a KMS is called, as Tink and {@code tinkey} call it; Azure's, for which they have no name, after the same fashion. */
public sealed interface KekUri {

    /** What {@link #parse} takes, for whoever wrote something else. */
    String FORMS = "aws-kms://arn:aws:kms:<region>:<account>:key/<id>,"
            + " gcp-kms://projects/<project>/locations/<location>/keyRings/<ring>/cryptoKeys/<key> or"
            + " azure-kv://<vault>.vault.azure.net/keys/<key>/<version>";

    /** In a form that {@link #parse} takes. */
    String uri();

    /**
     * A key, or an alias of one, of AWS KMS.
     *
     * @param arn of the key or the alias
     * @param region that it is asked in
     */
    record Aws(String arn, String region) implements KekUri {
        private static final Pattern URI =
                Pattern.compile("aws-kms://(arn:aws[a-z-]*:kms:([a-z0-9-]+):[0-9]{12}:(?:key|alias)/[A-Za-z0-9/_-]+)");

        static Optional<KekUri> of(String uri) {
            Matcher matcher = URI.matcher(uri);
            return matcher.matches() ? Optional.of(new Aws(matcher.group(1), matcher.group(2))) : Optional.empty();
        }

        public boolean isAlias() {
            return arn.contains(":alias/");
        }

        @Override
        public String uri() {
            return "aws-kms://" + arn;
        }
    }

    /**
     * A symmetric key of Google Cloud KMS, whichever of its versions is primary.
     *
     * @param name {@code projects/…/cryptoKeys/…}
     */
    record Google(String name) implements KekUri {
        private static final Pattern URI = Pattern.compile("gcp-kms://(projects/[A-Za-z0-9.:_-]+/locations/[a-z0-9-]+"
                + "/keyRings/[A-Za-z0-9_-]+/cryptoKeys/[A-Za-z0-9_-]+)");

        static Optional<KekUri> of(String uri) {
            Matcher matcher = URI.matcher(uri);
            return matcher.matches() ? Optional.of(new Google(matcher.group(1))) : Optional.empty();
        }

        @Override
        public String uri() {
            return "gcp-kms://" + name;
        }
    }

    /**
     * A version of an RSA key in a key vault. The version is in the name, for what it wrapped does not tell it.
     *
     * @param host of the vault
     * @param cloud the end of that host, by which the clouds of Azure differ
     * @param path of the version
     */
    record Azure(String host, String cloud, String path) implements KekUri {
        private static final Pattern URI = Pattern.compile(
                "azure-kv://([a-zA-Z0-9-]{3,24}\\.(vault\\.azure\\.net|vault\\.azure\\.cn|vault\\.usgovcloudapi\\.net))"
                        + "(/keys/[a-zA-Z0-9-]{1,127}/[a-zA-Z0-9]{32})");

        static Optional<KekUri> of(String uri) {
            Matcher matcher = URI.matcher(uri);
            return matcher.matches()
                    ? Optional.of(new Azure(matcher.group(1), matcher.group(2), matcher.group(3)))
                    : Optional.empty();
        }

        @Override
        public String uri() {
            return "azure-kv://" + host + path;
        }
    }

    /** Fails with an {@link IllegalArgumentException} that says what there is. */
    static KekUri parse(String uri) {
        return Stream.of(Aws.of(uri.strip()), Google.of(uri.strip()), Azure.of(uri.strip()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("names no key of a KMS: " + uri + " is not " + FORMS));
    }
}
