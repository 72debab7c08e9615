package io.keyward.endpoint.lifecycle;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a look.
 *
 * @param next recorded before the command is carried out
 * @param lookAgain after how long to look the next time; null when it is at rest, and to be looked at when its region shows something new
 */
public record Decision(
        EndpointState next, Command command, @Nullable Duration lookAgain) {}
