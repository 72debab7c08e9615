package io.keyward.atlas.region;

/**
 * Where a key is that lies in no region that clusters could be in: a location such as Google's {@code global} or {@code eur4}, or a vault whose region is
 * nobody's concern.
 *
 * @param name as its cloud spells it
 */
public record KeyLocation(Cloud cloud, String name) implements CloudRegion {

    @Override
    public String cloudName() {
        return name;
    }
}
