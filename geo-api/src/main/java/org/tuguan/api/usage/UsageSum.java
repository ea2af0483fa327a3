package org.tuguan.api.usage;

import java.util.Optional;

/**
 * What is known of one group.
 *
 * @param id of the group; empty for those that have none, such as the anonymous
 * @param uses layers in requests
 * @param count pictures, tiles or features
 * @param bytes of the answers before they were packed
 */
record UsageSum(Optional<String> id, long uses, long count, long bytes) {
  UsageSum plus(UsageSum other) {
    return new UsageSum(id, uses + other.uses, count + other.count, bytes + other.bytes);
  }
}
