package io.keyward.endpoint.lifecycle;

import java.time.Duration;

/**
 * What follows from a look.
 *
 * @param next recorded before the command is carried out
 * @param lookAgain after how long to look the next time
 */
public record Decision(EndpointState next, Command command, Duration lookAgain) {}
