package io.keyward.validation.cadence.lane;

/**
 * Keys that share what their provider allows: those of one account in one region.
 *
 * @param provider {@code AWS}
 * @param region as the provider spells it
 * @param account whose the keys are; empty when that is not known
 */
public record Lane(String provider, String region, String account) {

    /** As the store spells it: provider, region and account, separated by slashes. */
    public String spelling() {
        return provider + '/' + region + '/' + account;
    }
}
