package io.keyward.validation.check.asking;

import io.keyward.validation.check.Evidence;
import io.keyward.validation.check.Evidence.Call;
import io.keyward.validation.check.KeyCheck;
import io.keyward.validation.check.KeyCheck.Inconclusive.Cause;
import io.keyward.validation.check.KeyCheck.Unusable.Problem;
import io.keyward.validation.check.KeyPath;
import io.keyward.validation.check.asking.Finding.NoAnswer;
import io.keyward.validation.check.asking.Finding.Taken;
import io.keyward.validation.check.asking.Finding.Works;
import io.keyward.validation.check.asking.Finding.Wrong;
import io.keyward.validation.check.asking.Vocabulary.Said;
import java.util.List;

/** Findings put into words. */
public final class FindingWords {
    private static final String RESUMES = " Clusters resume by themselves once the key works again.";
    private static final String LOOKED_AT_AGAIN = "Nothing to do unless it lasts: the key is checked again by itself.";

    private FindingWords() {}

    /** The check with its evidence. */
    public static KeyCheck check(Learned learned, String key, List<Call> calls, Vocabulary vocabulary) {
        return switch (learned.finding()) {
            case Works works ->
                new KeyCheck.Valid(
                        evidence(
                                learned,
                                key,
                                new Said("The key encrypts and decrypts in " + vocabulary.service() + ".", ""),
                                calls),
                        works.freshProbe());
            case Taken taken ->
                new KeyCheck.Revoked(taken.reason(), evidence(learned, key, said(taken, vocabulary), calls));
            case Wrong wrong ->
                new KeyCheck.Unusable(
                        wrong.problem(), wrong.dataReadable(), evidence(learned, key, said(wrong, vocabulary), calls));
            case NoAnswer silence ->
                new KeyCheck.Inconclusive(silence.cause(), evidence(learned, key, said(silence, vocabulary), calls));
        };
    }

    /** The answer if the key had been taken away like that. */
    public static KeyCheck.Revoked supposed(Taken taken, String key, Vocabulary vocabulary) {
        return new KeyCheck.Revoked(
                taken.reason(), evidence(new Learned(taken, null), key, said(taken, vocabulary), List.of()));
    }

    /** The answer to what cannot be right, so that nobody was asked. */
    public static KeyCheck refused(String key, Said said) {
        return new KeyCheck.Unusable(
                Problem.INVALID_REQUEST, false, new Evidence(key, said.explanation(), said.remedy(), List.of()));
    }

    /** The answer of a check that had no way to the key. */
    public static KeyCheck missing(String key, KeyPath.Missing path) {
        return new KeyCheck.Inconclusive(
                Cause.PRIVATE_ENDPOINT_MISSING, new Evidence(key, path.explanation(), path.remedy(), List.of()));
    }

    private static Evidence evidence(Learned learned, String key, Said said, List<Call> calls) {
        return new Evidence(
                key, said.explanation(), said.remedy().isEmpty() ? null : said.remedy(), calls, learned.life());
    }

    private static Said said(Taken taken, Vocabulary vocabulary) {
        var words = vocabulary.of(taken.reason());
        var failure = taken.failure();
        var told = failure == null ? "" : " (" + taken.operation() + ": " + failure.words() + ")";
        return new Said(words.explanation() + told + ".", words.remedy() + RESUMES);
    }

    private static Said said(Wrong wrong, Vocabulary vocabulary) {
        var words = vocabulary.of(wrong.problem());
        var readable = wrong.dataReadable() ? " What is encrypted already can be read." : "";
        return new Said(sentence(words.explanation() + ": " + wrong.detail()) + readable, words.remedy());
    }

    /** Clouds end some of their words with a full stop, and some not. */
    private static String sentence(String words) {
        return words.endsWith(".") ? words : words + ".";
    }

    private static Said said(NoAnswer silence, Vocabulary vocabulary) {
        var told = silence.operation() + " (" + silence.failure().words() + ")";
        var service = vocabulary.service();
        return switch (silence.cause()) {
            case UNREACHABLE ->
                new Said(
                        silence.failure().kind() == Failure.Kind.UNTRUSTED_PEER
                                ? "Whoever answered instead of " + service + " could not prove who they are: " + told
                                        + "."
                                : service + " could not be reached for " + told + ".",
                        LOOKED_AT_AGAIN);
            case TIMED_OUT -> new Said(service + " did not answer in time: " + told + ".", LOOKED_AT_AGAIN);
            case THROTTLED -> new Said(service + " throttled " + told + ".", LOOKED_AT_AGAIN);
            case PROVIDER_FAULT, KEY_STORE_UNAVAILABLE ->
                new Said(service + " failed at " + told + ".", LOOKED_AT_AGAIN);
            case KEY_NOT_READY -> new Said("The key cannot be used yet: " + told + ".", LOOKED_AT_AGAIN);
            case NETWORK_POLICY, PRIVATE_ENDPOINT_MISSING ->
                new Said(
                        "The way to the key was refused, not the key: " + told + ". Nothing was learned about the key.",
                        vocabulary.networkRemedy());
            case OUR_CREDENTIALS ->
                new Said(
                        "Keyward's own access does not work: " + told + ". Nothing was learned about the customer's.",
                        "Whoever runs Keyward: check " + vocabulary.ourSettings()
                                + " and the clock. Customers have nothing to do.");
            case CREDENTIALS_NOT_AT_HAND ->
                new Said(
                        "What opens the key could not be had from where Keyward keeps it, so that nobody was asked.",
                        LOOKED_AT_AGAIN);
            case UNKNOWN ->
                new Said(
                        silence.failure().kind() == Failure.Kind.ACCOUNT_SUSPENDED
                                ? service + " serves whoever owns the key no longer, or not at present: " + told + "."
                                : service + " answered with something Keyward does not know: " + told + ".",
                        "Report the code to whoever runs Keyward. " + LOOKED_AT_AGAIN);
        };
    }
}
