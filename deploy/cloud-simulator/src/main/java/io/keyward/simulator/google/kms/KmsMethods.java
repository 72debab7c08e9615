package io.keyward.simulator.google.kms;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keyward.simulator.google.kms.call.KmsRequest;
import io.keyward.simulator.google.kms.key.KeyAccess;
import io.keyward.simulator.google.kms.key.KeyViews;
import io.keyward.simulator.google.world.Project.Quota;
import java.util.Map;
import java.util.function.Function;

/** Every method of Cloud KMS that is simulated, by the HTTP method and the shape of its path. */
final class KmsMethods {

    /** @param quota what calls of it are counted as */
    record Method(String name, Quota quota, Function<KmsRequest, ObjectNode> operation) {}

    private KmsMethods() {}

    /** Longer than a method should be, because it is a list. */
    static Map<String, Method> table(KeyAccess access) {
        KeyViews views = new KeyViews(access.world());
        KeyRings rings = new KeyRings(access, views);
        CryptoKeys keys = new CryptoKeys(access, views);
        KeyVersions versions = new KeyVersions(access, views);
        Cryptography cryptography = new Cryptography(access);
        KeyPolicies policies = new KeyPolicies(access);
        return Map.ofEntries(
                read("GET keyRings", "ListKeyRings", rings::list),
                write("POST keyRings", "CreateKeyRing", rings::create),
                read("GET keyRings/*", "GetKeyRing", rings::get),
                read("GET keyRings/*:getIamPolicy", "GetIamPolicy", policies::get),
                write("POST keyRings/*:setIamPolicy", "SetIamPolicy", policies::set),
                read("POST keyRings/*:testIamPermissions", "TestIamPermissions", policies::test),
                read("GET cryptoKeys", "ListCryptoKeys", keys::list),
                write("POST cryptoKeys", "CreateCryptoKey", keys::create),
                read("GET cryptoKeys/*", "GetCryptoKey", keys::get),
                write("PATCH cryptoKeys/*", "UpdateCryptoKey", keys::update),
                write(
                        "POST cryptoKeys/*:updatePrimaryVersion",
                        "UpdateCryptoKeyPrimaryVersion",
                        keys::updatePrimaryVersion),
                crypto("POST cryptoKeys/*:encrypt", "Encrypt", cryptography::encrypt),
                crypto("POST cryptoKeyVersions/*:encrypt", "Encrypt", cryptography::encrypt),
                crypto("POST cryptoKeys/*:decrypt", "Decrypt", cryptography::decrypt),
                read("GET cryptoKeys/*:getIamPolicy", "GetIamPolicy", policies::get),
                write("POST cryptoKeys/*:setIamPolicy", "SetIamPolicy", policies::set),
                read("POST cryptoKeys/*:testIamPermissions", "TestIamPermissions", policies::test),
                read("GET cryptoKeyVersions", "ListCryptoKeyVersions", versions::list),
                write("POST cryptoKeyVersions", "CreateCryptoKeyVersion", versions::create),
                read("GET cryptoKeyVersions/*", "GetCryptoKeyVersion", versions::get),
                write("PATCH cryptoKeyVersions/*", "UpdateCryptoKeyVersion", versions::update),
                write("POST cryptoKeyVersions/*:destroy", "DestroyCryptoKeyVersion", versions::destroy),
                write("POST cryptoKeyVersions/*:restore", "RestoreCryptoKeyVersion", versions::restore));
    }

    private static Map.Entry<String, Method> read(
            String shape, String name, Function<KmsRequest, ObjectNode> operation) {
        return Map.entry(shape, new Method(name, Quota.READ, operation));
    }

    private static Map.Entry<String, Method> write(
            String shape, String name, Function<KmsRequest, ObjectNode> operation) {
        return Map.entry(shape, new Method(name, Quota.WRITE, operation));
    }

    private static Map.Entry<String, Method> crypto(
            String shape, String name, Function<KmsRequest, ObjectNode> operation) {
        return Map.entry(shape, new Method(name, Quota.CRYPTO, operation));
    }
}
