package io.keyward.simulator.kms.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The kinds of keys and what each can be used for. Only symmetric keys have material here: the others exist to be refused. */
public enum KeySpecs {
    SYMMETRIC_DEFAULT("EncryptionAlgorithms", List.of("SYMMETRIC_DEFAULT"), "ENCRYPT_DECRYPT"),
    RSA_2048(
            "SigningAlgorithms",
            List.of("RSASSA_PSS_SHA_256", "RSASSA_PKCS1_V1_5_SHA_256"),
            "ENCRYPT_DECRYPT",
            "SIGN_VERIFY"),
    RSA_3072(
            "SigningAlgorithms",
            List.of("RSASSA_PSS_SHA_256", "RSASSA_PKCS1_V1_5_SHA_256"),
            "ENCRYPT_DECRYPT",
            "SIGN_VERIFY"),
    RSA_4096(
            "SigningAlgorithms",
            List.of("RSASSA_PSS_SHA_256", "RSASSA_PKCS1_V1_5_SHA_256"),
            "ENCRYPT_DECRYPT",
            "SIGN_VERIFY"),
    ECC_NIST_P256("SigningAlgorithms", List.of("ECDSA_SHA_256"), "SIGN_VERIFY", "KEY_AGREEMENT"),
    ECC_NIST_P384("SigningAlgorithms", List.of("ECDSA_SHA_384"), "SIGN_VERIFY", "KEY_AGREEMENT"),
    ECC_NIST_P521("SigningAlgorithms", List.of("ECDSA_SHA_512"), "SIGN_VERIFY", "KEY_AGREEMENT"),
    ECC_SECG_P256K1("SigningAlgorithms", List.of("ECDSA_SHA_256"), "SIGN_VERIFY"),
    HMAC_224("MacAlgorithms", List.of("HMAC_SHA_224"), "GENERATE_VERIFY_MAC"),
    HMAC_256("MacAlgorithms", List.of("HMAC_SHA_256"), "GENERATE_VERIFY_MAC"),
    HMAC_384("MacAlgorithms", List.of("HMAC_SHA_384"), "GENERATE_VERIFY_MAC"),
    HMAC_512("MacAlgorithms", List.of("HMAC_SHA_512"), "GENERATE_VERIFY_MAC");

    /** The algorithms that a key offers, and the field of its metadata that lists them. */
    public record Algorithms(String field, List<String> names) {}

    private static final Algorithms RSA_ENCRYPTION =
            new Algorithms("EncryptionAlgorithms", List.of("RSAES_OAEP_SHA_1", "RSAES_OAEP_SHA_256"));
    private static final Algorithms AGREEMENT = new Algorithms("KeyAgreementAlgorithms", List.of("ECDH"));

    private final Algorithms algorithms;
    private final List<String> usages;

    KeySpecs(String field, List<String> algorithms, String... usages) {
        this.algorithms = new Algorithms(field, algorithms);
        this.usages = List.of(usages);
    }

    public static Optional<KeySpecs> find(String name) {
        return Arrays.stream(values()).filter(spec -> spec.name().equals(name)).findFirst();
    }

    public boolean canBeUsedFor(String usage) {
        return usages.contains(usage);
    }

    public Algorithms algorithms(String usage) {
        return switch (usage) {
            case "ENCRYPT_DECRYPT" -> this == SYMMETRIC_DEFAULT ? algorithms : RSA_ENCRYPTION;
            case "KEY_AGREEMENT" -> AGREEMENT;
            default -> algorithms;
        };
    }
}
