package io.keyward.config.role;

import java.util.regex.Pattern;

/** What can be an ARN of a role. */
final class RoleRules {
    private static final Pattern ARN =
            Pattern.compile("arn:aws(?:-cn|-us-gov)?:iam::[0-9]{12}:role/[\\x21-\\x7e]{1,1985}");

    private RoleRules() {}

    static boolean isRoleArn(String text) {
        return ARN.matcher(text).matches();
    }
}
