package io.keyward.local.service;

import io.keyward.engines.PostgresEngine;
import io.keyward.local.mail.MailCatcher;
import io.keyward.local.tls.ServerIdentity;

/** What the services stand on, and the gateway before them. */
public record Backing(PostgresEngine postgres, Broker kafka, Cloud cloud, MailCatcher mail, ServerIdentity identity) {}
