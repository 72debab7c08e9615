package io.keyward.simulator.azure.arm.resource;

import io.keyward.simulator.azure.access.Claims;
import io.keyward.simulator.azure.wire.Body;
import io.keyward.simulator.hosts.HostCall;
import java.time.Instant;

/** An operation that its caller may carry out, and is about to. */
public record ArmCall(HostCall http, ArmRequest request, Claims caller, Body body, Instant now) {}
