package io.keyward.local.service;

import io.keyward.engines.KafkaEngine;
import io.keyward.engines.PostgresEngine;
import io.keyward.local.mail.MailCatcher;
import io.keyward.simulator.CloudSimulator;

/** What the services stand on. */
public record Backing(PostgresEngine postgres, KafkaEngine kafka, CloudSimulator cloud, MailCatcher mail) {}
