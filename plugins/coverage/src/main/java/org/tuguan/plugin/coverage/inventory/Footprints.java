package org.tuguan.plugin.coverage.inventory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.area.Disc;
import org.tuguan.plugin.coverage.area.Discs;

/** The ground of every station of an inventory. Immutable. */
public record Footprints(List<Footprint> list) {
  public Footprints {
    list = List.copyOf(list);
  }

  public static Footprints of(Inventory inventory, FootprintRule rule) {
    return new Footprints(inventory.points().stream().map(rule::footprint).toList());
  }

  public Discs discs() {
    return new Discs(list.stream().map(Footprint::disc).toList());
  }

  /** Each warning with the number of stations it holds for. */
  public Map<LocalText, Integer> warnings() {
    Map<LocalText, Integer> counted = new LinkedHashMap<>();
    for (Footprint footprint : list) {
      footprint.warnings().forEach(warning -> counted.merge(warning, 1, Integer::sum));
    }
    return counted;
  }

  /** Who covers a point in EPSG:3826: the nearest first. */
  public List<Footprint> covering(double x, double y) {
    return list.stream()
        .filter(footprint -> footprint.disc().contains(x, y))
        .sorted(Comparator.comparingDouble(footprint -> distance(footprint.disc(), x, y)))
        .toList();
  }

  private static double distance(Disc disc, double x, double y) {
    return Math.hypot(disc.x() - x, disc.y() - y);
  }
}
