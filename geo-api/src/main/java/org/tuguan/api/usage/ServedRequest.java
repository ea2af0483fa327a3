package org.tuguan.api.usage;

import java.time.Instant;
import java.util.Objects;

/**
 * A request that has been answered.
 *
 * @param at when that was
 * @param gone true if the caller could no longer be written to
 * @param bytes of the body before it was packed
 * @param nanos from the first byte of the request to the last of the answer
 */
record ServedRequest(UsageNote note, Instant at, int status, boolean gone, long bytes, long nanos) {
  ServedRequest {
    Objects.requireNonNull(note);
    Objects.requireNonNull(at);
  }
}
