package org.tuguan.api.plugin;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where plugins are. What else is under {@code tuguan.plugins.{id}} is the plugins' own.
 *
 * @param directory with a jar for each plugin, or a directory for one that has libraries of its own
 * @param startTime longest time in which a plugin must start
 * @param poll how soon a switch that was turned on another node, or a changed file, is followed
 */
@ConfigurationProperties("tuguan.plugin-loading")
record PluginProperties(Path directory, Duration startTime, Duration poll) {
  PluginProperties {
    Objects.requireNonNull(directory, "tuguan.plugin-loading.directory");
    if (startTime.compareTo(Duration.ZERO) <= 0 || poll.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException(
          "tuguan.plugin-loading: start-time and poll are above zero");
    }
  }
}
