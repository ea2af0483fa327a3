package org.tuguan.core.plugin;

import java.time.Duration;
import java.time.LocalTime;
import java.util.Objects;

/** When a job runs. */
public sealed interface JobTimes {
  /**
   * So long after the end of the run before.
   *
   * @param pause at least ten seconds
   */
  record Every(Duration pause) implements JobTimes {
    private static final Duration SHORTEST = Duration.ofSeconds(10);

    public Every {
      if (pause.compareTo(SHORTEST) < 0) {
        throw new IllegalArgumentException("a pause of " + pause);
      }
    }
  }

  /**
   * Every day.
   *
   * @param time in Asia/Taipei
   */
  record Daily(LocalTime time) implements JobTimes {
    public Daily {
      Objects.requireNonNull(time);
    }
  }
}
