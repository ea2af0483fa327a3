package org.tuguan.api.cache;

import java.nio.file.Path;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * What is kept of the tiles that were made.
 *
 * @param memory room in memory; 0 for none
 * @param disk room on disk; 0 for none
 * @param directory of the tiles on disk, which belongs to one server alone; may be lost without
 *     loss of data
 */
@ConfigurationProperties("tuguan.cache")
record CacheProperties(DataSize memory, DataSize disk, Path directory) {
  CacheProperties {
    Objects.requireNonNull(memory, "tuguan.cache.memory");
    Objects.requireNonNull(disk, "tuguan.cache.disk");
    Objects.requireNonNull(directory, "tuguan.cache.directory");
    if (memory.isNegative() || disk.isNegative()) {
      throw new IllegalArgumentException("tuguan.cache: memory and disk are 0 or more");
    }
  }
}
