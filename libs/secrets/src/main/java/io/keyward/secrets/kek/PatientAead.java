package io.keyward.secrets.kek;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Duration;
import org.jboss.logging.Logger;

/** A key of a KMS as Tink uses it, without associated data. What got no answer is asked again for a while, so that a short outage at a start does no harm. */
public final class PatientAead implements Aead {
    private static final Logger LOG = Logger.getLogger(PatientAead.class);
    private static final int MOST_SAID = 200;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Kek kek;
    private final Duration patience;

    /** @param patience for how long after the first call the last one may begin */
    public PatientAead(Kek kek, Duration patience) {
        this.kek = kek;
        this.patience = patience;
    }

    @Override
    public byte[] encrypt(byte[] plaintext, byte[] associatedData) throws GeneralSecurityException {
        requireNone(associatedData);
        return patiently(() -> kek.encrypt(plaintext));
    }

    @Override
    public byte[] decrypt(byte[] ciphertext, byte[] associatedData) throws GeneralSecurityException {
        requireNone(associatedData);
        return patiently(() -> kek.decrypt(ciphertext));
    }

    private interface Call {
        byte[] ask() throws KekException;
    }

    private byte[] patiently(Call call) throws KekException {
        long end = System.nanoTime() + patience.toNanos();
        for (Duration pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                return call.ask();
            } catch (KekException e) {
                if (!e.isWorthRepeating() || System.nanoTime() + pause.toNanos() > end) {
                    throw e;
                }
                LOG.warnf(
                        "The key that encrypts the keyset is asked again in %d ms: %s", pause.toMillis(), beginning(e));
                sleep(pause, e);
            }
        }
    }

    /** All of it is said when patience has come to its end. */
    private static String beginning(KekException e) {
        String said = String.valueOf(e.getMessage());
        return said.length() <= MOST_SAID ? said : said.substring(0, MOST_SAID) + "…";
    }

    private static Duration longer(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static void sleep(Duration pause, KekException reason) throws KekException {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw reason;
        }
    }

    private static void requireNone(byte[] associatedData) throws GeneralSecurityException {
        if (associatedData.length > 0) {
            throw new GeneralSecurityException("keysets are encrypted without associated data");
        }
    }
}
