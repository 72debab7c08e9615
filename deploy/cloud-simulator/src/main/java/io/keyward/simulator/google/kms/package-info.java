/** Cloud KMS: key rings, keys, their versions and what they encrypt, as its HTTP/JSON API has them. */
package io.keyward.simulator.google.kms;
