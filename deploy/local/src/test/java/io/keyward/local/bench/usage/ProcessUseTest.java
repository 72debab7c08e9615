package io.keyward.local.bench.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessUseTest {
    @Test
    void readsThePeakFromWhatTheSystemSays() {
        assertThat(ProcessUse.peakIn(
                        List.of("Name:\tjava", "VmPeak:\t 9000000 kB", "VmHWM:\t  393216 kB", "VmRSS:\t 1 kB")))
                .hasValue(384L * 1024 * 1024);
        assertThat(ProcessUse.peakIn(List.of("Name:\tjava"))).isEmpty();
    }
}
