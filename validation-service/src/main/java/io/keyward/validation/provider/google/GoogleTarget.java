package io.keyward.validation.provider.google;

import io.keyward.validation.check.KeyRef.GoogleKey;
import io.keyward.validation.check.asking.Vocabulary.Said;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the calls of a check go, or why none is made. */
sealed interface GoogleTarget {

    /**
     * One version of a key.
     *
     * @param key resource name of the key
     * @param version resource name of its version
     */
    record Key(String key, String version, String location) implements GoogleTarget {}

    /** What is wrong. */
    record Refused(Said said) implements GoogleTarget {}

    Pattern VERSION = Pattern.compile(
            "(projects/[a-z0-9][a-z0-9.:-]{0,63}/locations/([a-z0-9-]{1,32})/keyRings/[A-Za-z0-9_-]{1,63}/cryptoKeys/[A-Za-z0-9_-]{1,63})/cryptoKeyVersions/[1-9]\\d{0,8}");
    Pattern ACCOUNT = Pattern.compile("[a-zA-Z0-9._-]{1,64}@[a-z0-9.-]{1,128}");

    /** Reads the key's name. */
    static GoogleTarget of(GoogleKey key) {
        Matcher version = VERSION.matcher(key.key());
        if (!version.matches()) {
            return refused(
                    "This is not the name of one version of a key: " + key.key() + ".",
                    "Give projects/…/locations/…/keyRings/…/cryptoKeys/…/cryptoKeyVersions/….");
        }
        if (!version.group(2).equals(key.region())) {
            return refused(
                    "The key is in " + version.group(2) + ", but the configuration says " + key.region() + ".",
                    "Give the location of the key.");
        }
        var account = key.access().serviceAccount();
        return account == null || ACCOUNT.matcher(account).matches()
                ? new Key(version.group(1), key.key(), version.group(2))
                : refused(
                        "This is not the address of a service account: " + account + ".",
                        "Give the e-mail address of a service account.");
    }

    private static Refused refused(String explanation, String remedy) {
        return new Refused(new Said(explanation, remedy));
    }
}
