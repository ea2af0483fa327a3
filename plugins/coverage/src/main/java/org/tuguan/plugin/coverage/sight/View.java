package org.tuguan.plugin.coverage.sight;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tuguan.plugin.coverage.area.Outline;

/**
 * The ground that an antenna sees; rules in the description of this package.
 *
 * @param print another one if the buildings around the antenna were others; 0 without any
 * @param guessedHeights whether a height of a building had to be assumed
 * @param unknownGround whether the terrain does not say how high the antenna's ground is, so that
 *     all was taken as flat
 */
public record View(Outline outline, long print, boolean guessedHeights, boolean unknownGround) {

  /**
   * @param obstacles all that meet the circle; others and one twice do no harm
   */
  public static View of(Sight sight, Collection<Obstacle> obstacles, Terrain terrain) {
    double x = sight.disc().x();
    double y = sight.disc().y();
    boolean unknown = Double.isNaN(terrain.height(x, y));
    Terrain ground = unknown ? Terrain.FLAT : terrain;
    List<Obstacle> near = new ArrayList<>();
    long print = 0;
    boolean guessed = false;
    for (Obstacle obstacle : obstacles) {
      if (obstacle.bounds().intersects(sight.bounds())) {
        print += obstacle.print();
        guessed |= obstacle.guessed();
        if (!obstacle.holds(x, y)) {
          near.add(obstacle);
        }
      }
    }
    return new View(new Rays(sight, near, ground).outline(), print, guessed, unknown);
  }
}
