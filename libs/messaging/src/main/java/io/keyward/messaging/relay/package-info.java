/**
 * The way of committed events to Kafka. One relay per service holds a lease and sends; each of its batches is a Kafka transaction under the
 * service's one transactional id, so that whoever takes over shuts the predecessor out of Kafka, however late that one wakes up.
 *
 * <pre>
 *   wait ──► lease? ──no──► wait            a term ends when the lease is lost, Kafka fails, or the process stops
 *              │yes
 *              ▼
 *   new term: initTransactions (fences the last relay)
 *              │
 *              ▼
 *   claim (tx, renews the lease) ──► send (no session, one Kafka transaction) ──► settle (tx, only the holder) ──► claim …
 *                                        └─ refused: the batch is halved until the row is alone; it is noted with
 *                                           its error, its key waits, the others go on
 * </pre>
 */
@NullMarked
package io.keyward.messaging.relay;

import org.jspecify.annotations.NullMarked;
