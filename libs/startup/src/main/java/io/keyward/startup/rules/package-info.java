/** What makes a setting missing, insecure or senseless: decided purely, over properties by name, and never telling a value. */
@NullMarked
package io.keyward.startup.rules;

import org.jspecify.annotations.NullMarked;
