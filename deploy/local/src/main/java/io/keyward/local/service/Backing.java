package io.keyward.local.service;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.mail.MailCatcher;
import io.keyward.local.tls.ServerIdentity;
import io.keyward.simulator.CloudSimulator;

/** What the services stand on, and the gateway before them. */
public record Backing(
        PostgresEngine postgres, KafkaEngine kafka, CloudSimulator cloud, MailCatcher mail, ServerIdentity identity) {}
