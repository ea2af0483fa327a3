package org.tuguan.core.sharing.ledger;

import java.util.Objects;
import java.util.UUID;

/**
 * What stands in a run's journal between two sequences, ready for {@code COPY}.
 *
 * @param run of the program that wrote it
 * @param after the batch begins behind this sequence
 * @param to last sequence in it
 * @param records rows of use records, each with the end of its line; not to be changed
 * @param gaps rows of gaps likewise
 * @param place behind it, for the reader
 */
@SuppressWarnings("ArrayRecordComponent")
public record JournalBatch(
    UUID run, long after, long to, byte[] records, byte[] gaps, Place place) {
  public JournalBatch {
    Objects.requireNonNull(run);
    Objects.requireNonNull(place);
    if (to <= after) {
      throw new IllegalArgumentException("a batch of nothing");
    }
  }

  /**
   * Where in the files of a run one has come to.
   *
   * @param segment the sequence that the file is named after; 0 before the first
   */
  record Place(long segment, long offset) {}
}
