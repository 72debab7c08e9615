/** RSA keys that are quick to make and protect nobody: what a simulator needs, and never what anything else does. */
package io.keyward.simulator.rsa;
