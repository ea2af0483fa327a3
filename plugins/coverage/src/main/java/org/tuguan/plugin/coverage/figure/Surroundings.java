package org.tuguan.plugin.coverage.figure;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;

/**
 * The layers that say what stands in the way, as they are at a moment. At least one is there.
 *
 * @param buildings polygons with heights
 * @param terrain heights of the ground
 */
public record Surroundings(Optional<Used> buildings, Optional<Used> terrain) {
  /**
   * A layer.
   *
   * @param revision another one once its data have changed; says nothing after a restart
   * @param dataDate of which day its publisher says that the data are
   */
  public record Used(
      String layer, LocalText title, String revision, Optional<LocalDate> dataDate) {}

  public Surroundings {
    if (buildings.isEmpty() && terrain.isEmpty()) {
      throw new IllegalArgumentException("nothing could stand in the way");
    }
  }

  public Stream<Used> all() {
    return Stream.concat(buildings.stream(), terrain.stream());
  }
}
