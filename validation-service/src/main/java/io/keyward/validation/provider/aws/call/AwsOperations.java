package io.keyward.validation.provider.aws.call;

/** What is asked of AWS, as its policies and our evidence spell it. */
public final class AwsOperations {
    public static final String ASSUME_ROLE = "sts:AssumeRole";
    public static final String DESCRIBE_KEY = "kms:DescribeKey";
    public static final String ENCRYPT = "kms:Encrypt";
    public static final String DECRYPT = "kms:Decrypt";
    public static final String LIST_KEY_ROTATIONS = "kms:ListKeyRotations";
    public static final String GET_KEY_ROTATION_STATUS = "kms:GetKeyRotationStatus";

    private AwsOperations() {}
}
