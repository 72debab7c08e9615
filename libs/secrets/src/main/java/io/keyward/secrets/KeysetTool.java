package io.keyward.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.keyward.secrets.kek.KekException;
import io.keyward.secrets.kek.KekUri;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes and changes the keyset that seals, from standard input to standard output. With {@code --encrypted-by} both are encrypted by that key of a KMS, which is
 * asked with what the environment says of {@code keyward.secrets}, and in clear the keyset is in memory alone. Otherwise what it writes is secret, but for
 * {@code list} and {@code encrypt}.
 */
public final class KeysetTool {
    private static final String USAGE = """
            What is there to do? From standard input to standard output:
              new | list | add | promote <key id> | remove <key id>
              encrypt <key of a KMS>            a keyset in clear, or one that another key encrypted
            --encrypted-by <key of a KMS>       what is read, or made by new, is encrypted by that key, and what is written as well
            A key of a KMS is\s""" + KekUri.FORMS;

    private static final String ENCRYPTED_BY = "--encrypted-by";

    private final Supplier<SecretsConfig> config;
    private final Optional<KekUri> key;
    private final List<String> words;

    private KeysetTool(Supplier<SecretsConfig> config, String... args) {
        List<String> given = new ArrayList<>(List.of(args));
        int option = given.indexOf(ENCRYPTED_BY);
        if (option >= 0 && option + 1 == given.size()) {
            throw new IllegalArgumentException(ENCRYPTED_BY + " needs a key of a KMS: " + KekUri.FORMS);
        }
        this.config = config;
        this.key = option < 0 ? Optional.empty() : Optional.of(kek(given.get(option + 1)));
        if (option >= 0) {
            given.subList(option, option + 2).clear();
        }
        this.words = List.copyOf(given);
    }

    public static void main(String[] args) throws IOException {
        // Else the libraries' loggers complain of it, among what this is to say.
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.exit(answer(args));
    }

    private static int answer(String... args) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out);
                OutputStream err = new FileOutputStream(FileDescriptor.err)) {
            try {
                String keyset = args.length == 0 || List.of(args).contains("new")
                        ? ""
                        : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
                out.write((run(keyset, args) + "\n").getBytes(StandardCharsets.UTF_8));
                return 0;
            } catch (IllegalArgumentException | IllegalStateException e) {
                err.write((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
                return 1;
            }
        }
    }

    /** What a command makes of a keyset. */
    public static String run(String keyset, String... args) {
        return run(KeysetTool::fromEnvironment, keyset, args);
    }

    static String run(Supplier<SecretsConfig> config, String keyset, String... args) {
        try {
            AeadConfig.register();
            return new KeysetTool(config, args).run(keyset);
        } catch (KekException e) {
            throw new IllegalArgumentException(e.getMessage() + ". " + e.advice() + ".");
        } catch (GeneralSecurityException e) {
            // The message is Tink's on the keyset, which is secret.
            throw new IllegalArgumentException("That keyset cannot be changed so. The primary key cannot be removed.");
        }
    }

    private String run(String keyset) throws GeneralSecurityException {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "new" -> write(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
            case "list" -> list(read(keyset));
            case "add" ->
                change(
                        read(keyset),
                        builder -> builder.addEntry(
                                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                        .withRandomId()));
            case "promote" -> {
                KeysetHandle read = read(keyset);
                yield change(read, builder -> builder.getAt(position(read)).makePrimary());
            }
            case "remove" -> {
                KeysetHandle read = read(keyset);
                yield change(read, builder -> builder.deleteAt(position(read)));
            }
            case "encrypt" -> encrypted().encrypt(read(keyset), kek(operand()));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static String list(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(key -> Integer.toUnsignedString(key.getId()) + (key.isPrimary() ? " primary" : ""))
                .collect(Collectors.joining("\n"));
    }

    private int position(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .filter(i -> words.size() > 1
                        && Integer.toUnsignedString(keyset.getAt(i).getId()).equals(words.get(1)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no key of that id. " + USAGE));
    }

    private String operand() {
        if (words.size() != 2) {
            throw new IllegalArgumentException(USAGE);
        }
        return words.get(1);
    }

    private interface Change {
        void in(KeysetHandle.Builder builder) throws GeneralSecurityException;
    }

    private String change(KeysetHandle keyset, Change change) throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
        change.in(builder);
        return write(builder.build());
    }

    private String write(KeysetHandle keyset) throws GeneralSecurityException {
        return key.isPresent()
                ? encrypted().encrypt(keyset, key.get())
                : TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get());
    }

    private KeysetHandle read(String json) throws GeneralSecurityException {
        boolean isEncrypted = EncryptedKeysets.isOne(json);
        if (isEncrypted && key.isEmpty()) {
            throw new IllegalArgumentException(
                    "That keyset is encrypted. Say by which key: " + ENCRYPTED_BY + " " + KekUri.FORMS);
        }
        if (!isEncrypted && key.isPresent()) {
            throw new IllegalArgumentException("That keyset is not encrypted. To encrypt it: encrypt "
                    + key.get().uri());
        }
        return key.isPresent()
                ? encrypted().open(json, key.get())
                : TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }

    /** Nothing of a KMS is looked at unless something is encrypted. Whoever types has patience of their own. */
    private EncryptedKeysets encrypted() {
        return new EncryptedKeysets(config.get(), Duration.ZERO);
    }

    private static KekUri kek(String uri) {
        try {
            return KekUri.parse(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("That " + e.getMessage(), e);
        }
    }

    /** The settings of {@code keyward.secrets} in variables, system properties and the files that {@code SMALLRYE_CONFIG_LOCATIONS} names, as for a service. */
    private static SecretsConfig fromEnvironment() {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDefaultSources()
                .addDiscoveredSources()
                .withConverter(Duration.class, 100, new DurationConverter())
                .withMapping(SecretsConfig.class)
                .withValidateUnknown(false)
                .build()
                .getConfigMapping(SecretsConfig.class);
    }
}
