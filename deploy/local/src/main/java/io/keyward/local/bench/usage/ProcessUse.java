package io.keyward.local.bench.usage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What a process uses, as the operating system tells it. */
public final class ProcessUse {
    private static final String PEAK = "VmHWM:";
    private static final String NOW = "VmRSS:";
    private static final long KILO = 1024;
    private static final String FORGET_PEAK = "5";

    private ProcessUse() {}

    /** Processor time of a process and of those that it started and that run now. */
    public static Duration processorTime(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** The most memory that the process had in use at a time (resident), in bytes; empty where there is no {@code /proc}. */
    public static OptionalLong peakMemory(long pid) {
        return read(PEAK, pid);
    }

    /** The memory that the process has in use (resident), in bytes; empty where there is no {@code /proc}. */
    public static OptionalLong memory(long pid) {
        return read(NOW, pid);
    }

    /** Has the peak begin anew; does nothing where the system cannot do that, so that the peak is the one since the process began. */
    public static void forgetPeak(long pid) {
        try {
            Files.writeString(Path.of("/proc", Long.toString(pid), "clear_refs"), FORGET_PEAK);
        } catch (IOException sinceItBegan) {
            // The peak then is a higher one, never a lower.
        }
    }

    private static OptionalLong read(String field, long pid) {
        try {
            return in(field, Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException noSuchSystem) {
            return OptionalLong.empty();
        }
    }

    static OptionalLong peakIn(List<String> status) {
        return in(PEAK, status);
    }

    private static OptionalLong in(String field, List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith(field))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KILO)
                .findFirst();
    }
}
