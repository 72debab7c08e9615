/**
 * The events that leave Keyward on Kafka, one sealed interface per topic. The JSON is the contract (schemas and golden samples lie
 * beside this package), the records are its convenience for Java readers. Depends on Jackson annotations only.
 */
@NullMarked
package io.keyward.contracts;

import org.jspecify.annotations.NullMarked;
