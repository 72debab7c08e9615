/** Webhooks: the document that is sent, the templates that may change it, and the signatures by which a receiver knows that it is ours. */
@NullMarked
package io.keyward.validation.alert.notification.form.webhook;

import org.jspecify.annotations.NullMarked;
