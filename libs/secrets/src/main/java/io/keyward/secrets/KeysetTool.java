package io.keyward.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Makes and changes the keyset that seals, from standard input to standard output: {@code new}, {@code list}, {@code add}, {@code promote <id>},
 * {@code remove <id>}. What it writes is secret, but for {@code list}.
 */
public final class KeysetTool {
    private static final String USAGE = "new | list | add | promote <key id> | remove <key id>";

    private KeysetTool() {}

    public static void main(String[] args) throws IOException {
        try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
            String keyset = args.length == 1 && args[0].equals("new")
                    ? ""
                    : new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
            out.write((run(keyset, args) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What a command makes of a keyset. */
    public static String run(String keyset, String... args) {
        try {
            AeadConfig.register();
            return switch (args.length == 0 ? "" : args[0]) {
                case "new" -> Sealer.newKeyset();
                case "list" -> list(read(keyset));
                case "add" -> add(read(keyset));
                case "promote" ->
                    write(KeysetHandle.newBuilder(read(keyset)), builder -> builder.getAt(position(read(keyset), args))
                            .makePrimary());
                case "remove" ->
                    write(
                            KeysetHandle.newBuilder(read(keyset)),
                            builder -> builder.deleteAt(position(read(keyset), args)));
                default -> throw new IllegalArgumentException(USAGE);
            };
        } catch (GeneralSecurityException e) {
            // The message is Tink's on the keyset, which is secret.
            throw new IllegalArgumentException("That keyset cannot be changed so. The primary key cannot be removed.");
        }
    }

    private static String list(KeysetHandle keyset) {
        return IntStream.range(0, keyset.size())
                .mapToObj(keyset::getAt)
                .map(key -> Integer.toUnsignedString(key.getId()) + (key.isPrimary() ? " primary" : ""))
                .collect(Collectors.joining("\n"));
    }

    private static String add(KeysetHandle keyset) throws GeneralSecurityException {
        return write(
                KeysetHandle.newBuilder(keyset),
                builder ->
                        builder.addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                                .withRandomId()));
    }

    private static int position(KeysetHandle keyset, String... args) {
        return IntStream.range(0, keyset.size())
                .filter(i -> args.length > 1
                        && Integer.toUnsignedString(keyset.getAt(i).getId()).equals(args[1]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no key of that id. " + USAGE));
    }

    private interface Change {
        void in(KeysetHandle.Builder builder) throws GeneralSecurityException;
    }

    private static String write(KeysetHandle.Builder builder, Change change) throws GeneralSecurityException {
        change.in(builder);
        return TinkJsonProtoKeysetFormat.serializeKeyset(builder.build(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle read(String json) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
    }
}
