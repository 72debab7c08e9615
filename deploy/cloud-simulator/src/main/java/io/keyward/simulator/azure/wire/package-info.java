/** How Key Vault and the resource manager say no, and how both read what they are sent. */
package io.keyward.simulator.azure.wire;
