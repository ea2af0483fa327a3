package org.tuguan.api.keys;

import org.tuguan.core.access.Caller;

/** A key that is known to this node, and who acts with it. */
record LiveKey(AccessKey key, Caller caller) {}
