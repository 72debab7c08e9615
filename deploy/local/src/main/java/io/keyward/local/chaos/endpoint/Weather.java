package io.keyward.local.chaos.endpoint;

/** How the cloud answers during a round. */
enum Weather {
    FAIR("fair", "{}"),
    /** Whatever is asked is under way for longer, so that more kills meet it. */
    SLOW("slow", "{\"service\":\"ec2\",\"effect\":\"SLOW\",\"delayMillis\":250}"),
    /** What was asked for is made, and nobody hears of it. */
    DEAF_TO_CREATIONS(
            "no answer to creations",
            "{\"service\":\"ec2\",\"operation\":\"CreateVpcEndpoint\",\"effect\":\"UNREACHABLE\",\"when\":\"AFTER\",\"calls\":3}"),
    DEAF_TO_DELETIONS(
            "no answer to deletions",
            "{\"service\":\"ec2\",\"operation\":\"DeleteVpcEndpoints\",\"effect\":\"UNREACHABLE\",\"when\":\"AFTER\",\"calls\":3}"),
    THROTTLED("throttled", "{\"service\":\"ec2\",\"effect\":\"THROTTLE\",\"calls\":12}"),
    HANGING(
            "lists that hang",
            "{\"service\":\"ec2\",\"operation\":\"DescribeVpcEndpoints\",\"effect\":\"HANG\",\"calls\":4}");

    private final String word;
    private final String disturbance;

    Weather(String word, String disturbance) {
        this.word = word;
        this.disturbance = disturbance;
    }

    String word() {
        return word;
    }

    /** What the cloud's control is told; of no meaning when it is {@link #FAIR}. */
    String disturbance() {
        return disturbance;
    }
}
