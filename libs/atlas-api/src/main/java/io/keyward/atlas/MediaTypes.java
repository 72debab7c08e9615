package io.keyward.atlas;

/**
 * What a resource method names in {@code @Produces}: the version it serves. A request for a date is served by the newest version that is
 * not after it, so that a method needs to know no other date than its own.
 */
public final class MediaTypes {
    public static final String V2023_01_01 = "application/vnd.atlas.2023-01-01+json";
    public static final String V2023_02_01 = "application/vnd.atlas.2023-02-01+json";
    public static final String V2023_11_15 = "application/vnd.atlas.2023-11-15+json";
    public static final String V2024_05_30 = "application/vnd.atlas.2024-05-30+json";
    public static final String V2024_08_05 = "application/vnd.atlas.2024-08-05+json";
    public static final String V2024_10_23 = "application/vnd.atlas.2024-10-23+json";
    public static final String V2024_11_13 = "application/vnd.atlas.2024-11-13+json";

    /** Everything that has no versions: {@code /api/keyward/v1}, {@code /api/atlas/v1.0}, {@code /internal} and every error. */
    public static final String KEYWARD_V1 = "application/json";

    private MediaTypes() {}
}
