package io.keyward.testkit;

/** Prints which numbered rules have a passing test. */
public final class RuleCoverage {
    private RuleCoverage() {}

    /** Arguments: the repository's root, the current folder when absent. */
    public static void main(String[] args) {}
}
