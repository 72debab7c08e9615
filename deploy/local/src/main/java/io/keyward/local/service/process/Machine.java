package io.keyward.local.service.process;

import java.util.List;
import java.util.stream.Stream;

/** How a virtual machine is started. */
public enum Machine {
    /** Starts quickly and stays small, for a stack that somebody watches; long work is half as fast. */
    FRUGAL("-Xmx256m", "-XX:TieredStopAtLevel=1"),
    /**
     * Compiles what runs often as well as it can, as an installation does, for what is measured: most of its memory is for what does not live long,
     * and what the compiler needed for a while is given back.
     */
    THOROUGH("-Xmx304m", "-Xmn224m", "-XX:TrimNativeHeapInterval=5000"),
    /**
     * As the images start a service whose container may have 512 MB (ADR 0069): the heap begins small and takes what the work needs, and the compilers wait six times as long as usual
     * before they take a method for a hot one, for while services start they would take more processor time than the services themselves.
     */
    INSTALLED("-Xms32m", "-Xmx307m", "-XX:CompileThresholdScaling=6", "-XX:TrimNativeHeapInterval=5000");

    private static final List<String> ALWAYS = List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED");

    private final List<String> own;

    Machine(String... own) {
        this.own = List.of(own);
    }

    /** Arguments of the {@code java} command. */
    public List<String> arguments() {
        return Stream.concat(own.stream(), ALWAYS.stream()).toList();
    }
}
