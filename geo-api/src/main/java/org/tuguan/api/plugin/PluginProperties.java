package org.tuguan.api.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where plugins are. What else is under {@code tuguan.plugins.{id}} is the plugins' own.
 *
 * @param directory with a jar for each plugin, or a directory for one that has libraries of its own
 * @param startTime longest time in which a plugin must start
 * @param stopTime how long the end of a plugin, or of work that was interrupted, is waited for
 * @param jobTime longest run of a job; then it is interrupted
 * @param jobsAtOnce most runs of jobs at a time on this node; further ones wait
 * @param poll how soon a switch that was turned on another node, or a changed file, is followed
 */
@ConfigurationProperties("tuguan.plugin-loading")
record PluginProperties(
    Path directory,
    Duration startTime,
    Duration stopTime,
    Duration jobTime,
    int jobsAtOnce,
    Duration poll) {
  PluginProperties {
    Objects.requireNonNull(directory, "tuguan.plugin-loading.directory");
    if (Stream.of(startTime, stopTime, jobTime, poll)
            .anyMatch(each -> each.compareTo(Duration.ZERO) <= 0)
        || jobsAtOnce < 1) {
      throw new IllegalArgumentException(
          "tuguan.plugin-loading: start-time, stop-time, job-time, jobs-at-once and poll are above zero");
    }
  }
}
