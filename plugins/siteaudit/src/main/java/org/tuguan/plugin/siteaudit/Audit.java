package org.tuguan.plugin.siteaudit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was found when a site was looked at.
 *
 * @param why it could not be looked at; empty if it could
 * @param links that were tried, {@code broken} of them in vain
 * @param fresh empty if no page gives a date
 * @param required number of texts that were looked for
 * @param questions sent to the mailbox in the year before and due by then, {@code answered} of them
 *     in time
 */
record Audit(
    long id,
    long site,
    State state,
    Instant wanted,
    Optional<Instant> finished,
    String why,
    int pages,
    int links,
    int broken,
    int untried,
    Optional<LocalDate> newest,
    Optional<Boolean> fresh,
    int required,
    List<String> missing,
    int questions,
    int answered) {
  enum State {
    WANTED,
    RUNNING,
    DONE,
    /** The site could not be looked at. */
    FAILED
  }

  Audit {
    missing = List.copyOf(missing);
  }

  /** By the four criteria; those that could not be judged are left out. */
  Score score() {
    if (state == State.FAILED) {
      return Score.NOTHING_THERE;
    }
    return new Score(
        Score.share(links - broken, links),
        fresh.map(yes -> yes ? 1.0 : 0.0),
        Score.share(required - missing.size(), required),
        Score.share(answered, questions));
  }
}
