package io.keyward.config.role.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** What can be the name of what, in the three clouds. */
final class RoleRules {
    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-cn|-us-gov)?:iam::[0-9]{12}:role/[\\x21-\\x7e]{1,1985}");
    private static final Pattern ROLE_ID = Pattern.compile("[0-9a-f]{24}");
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern GCP_PROJECT = Pattern.compile("p-[0-9a-z]{24}");
    private static final int ACCOUNT_LENGTH = 16;

    private RoleRules() {}

    static boolean isRoleArn(String text) {
        return ARN.matcher(text).matches();
    }

    /** Whether this is what this API calls its own roles by. */
    static boolean isRoleId(String text) {
        return ROLE_ID.matcher(text).matches();
    }

    static boolean isUuid(String text) {
        return UUID.matcher(text).matches();
    }

    static boolean isGcpProject(String text) {
        return GCP_PROJECT.matcher(text).matches();
    }

    /** The service account of a project, the same whenever it is asked for. */
    static String serviceAccount(String groupId, String gcpProject) {
        String name = HexFormat.of().formatHex(sha256(groupId)).substring(0, ACCOUNT_LENGTH);
        return "mongodb-atlas-" + name + "@" + gcpProject + ".iam.gserviceaccount.com";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
