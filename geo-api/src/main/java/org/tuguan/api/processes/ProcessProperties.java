package org.tuguan.api.processes;

import java.time.Duration;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much may be asked of processes.
 *
 * @param time longest run; then it is interrupted
 * @param patience how long a run is waited for that is no job
 * @param atOnce most jobs that run at a time on this node; further ones wait
 * @param answersAtOnce most runs at a time on this node that somebody waits for; further ones are
 *     turned away
 * @param jobsOfAccount most jobs of an account that wait or run
 * @param jobsOfPublic most jobs that wait or run of all who have no account
 */
@ConfigurationProperties("tuguan.processes")
record ProcessProperties(
    Duration time,
    Duration patience,
    int atOnce,
    int answersAtOnce,
    int jobsOfAccount,
    int jobsOfPublic) {
  ProcessProperties {
    if (Stream.of(time, patience).anyMatch(each -> each.compareTo(Duration.ZERO) <= 0)
        || Math.min(atOnce, answersAtOnce) < 1
        || Math.min(jobsOfAccount, jobsOfPublic) < 0) {
      throw new IllegalArgumentException(
          "tuguan.processes: time, patience, at-once and answers-at-once are above zero, numbers of jobs not below");
    }
  }
}
