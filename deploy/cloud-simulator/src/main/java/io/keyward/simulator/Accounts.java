package io.keyward.simulator;

import io.keyward.simulator.world.network.Network;
import java.util.List;

/** The two accounts that exist from the start, and what is seeded in them. Fixed, so that a walk-through can print them. */
public final class Accounts {

    /** The tenant's account. Any access key that the simulator does not know is its administrator. */
    public static final String CUSTOMER = "111122223333";

    /** The account that the product itself lives in. */
    public static final String PLATFORM = "999988887777";

    /** What a tenant puts into a trust policy to let the product in. */
    public static final String PLATFORM_ARN = "arn:aws:iam::" + PLATFORM + ":root";

    /** Who the product is when it calls with the platform access key. */
    public static final String PLATFORM_PRINCIPAL = "arn:aws:iam::" + PLATFORM + ":user/keyward";

    /** The role of our own that proves that we may still assume roles. */
    public static final String CANARY_ROLE_ARN = "arn:aws:iam::" + PLATFORM + ":role/keyward-canary";

    /** The only external id that the canary role accepts. */
    public static final String CANARY_EXTERNAL_ID = "keyward-canary";

    /** A tenant's role that trusts the platform account with any external id and may describe, encrypt and decrypt. */
    public static final String DEMO_ROLE_ARN = "arn:aws:iam::" + CUSTOMER + ":role/keyward-demo";

    /** A tenant's multi-Region key: this is the primary; the replica has the same id in {@link #DEMO_REPLICA_REGION}. */
    public static final String DEMO_KEY_ID = "mrk-5d0c1a4e7b3f4c6d9e8fa0b1c2d3e4f5";

    public static final String DEMO_REGION = "us-east-1";
    public static final String DEMO_REPLICA_REGION = "eu-west-1";
    public static final String DEMO_KEY_ARN = "arn:aws:kms:" + DEMO_REGION + ":" + CUSTOMER + ":key/" + DEMO_KEY_ID;

    /** The platform account's network. It is there, under the same ids, in every region. */
    public static final String PLATFORM_VPC = "vpc-0c0ffee0000000001";

    public static final String PLATFORM_SUBNET = "subnet-0c0ffee0000000011";
    public static final String PLATFORM_OTHER_SUBNET = "subnet-0c0ffee0000000012";
    public static final String PLATFORM_SECURITY_GROUP = "sg-0c0ffee0000000021";

    private Accounts() {}

    static Network network() {
        return new Network(
                PLATFORM,
                PLATFORM_VPC,
                List.of(PLATFORM_SUBNET, PLATFORM_OTHER_SUBNET),
                List.of(PLATFORM_SECURITY_GROUP),
                true,
                true);
    }
}
