/**
 * The stories of Azure Key Vault and Google Cloud KMS: shorter than the one of AWS, with what is different there. Each has a project of its own, and uses
 * nothing but Keyward's API and the customer's own account.
 */
@NullMarked
package io.keyward.local.demo.clouds;

import org.jspecify.annotations.NullMarked;
