/** How Google's APIs refuse, and the few shapes that JSON has there: times, durations, checksums, values that are names or numbers. */
package io.keyward.simulator.google.wire;
