package io.keyward.local.chaos.endpoint;

/**
 * Where there is at most one endpoint.
 *
 * @param project counted from 0; -1 for one that is none of ours
 * @param region as the cloud spells it
 */
record Spot(int project, String region) {
    @Override
    public String toString() {
        return "project " + project + " in " + region;
    }
}
