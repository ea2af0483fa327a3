package org.tuguan.plugin.coverage.figure;

import java.time.LocalDate;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * A layer that a figure by line of sight rests on.
 *
 * @param kind buildings or terrain
 * @param version twelve hexadecimal digits: of buildings, those near the stations that count, by
 *     outline and height; of terrain, the file
 * @param dataDate of which day its publisher says that the data are; null if that is not said
 */
public record Obstacles(
    String kind, String layer, LocalText title, String version, LocalDate dataDate) {
  static final LocalText GUESSED =
      new LocalText(
          "附近有建物未記載高度或樓層，以一層（3.2 公尺）計",
          "buildings nearby without height or floors: one floor (3.2 m) assumed");
  static final LocalText UNKNOWN =
      new LocalText("地形圖層不含此處，視為平地", "outside the terrain layer: taken as flat");

  /** Whether the same layers in the same state were looked over, whatever they are called now. */
  public static boolean same(List<Obstacles> some, List<Obstacles> others) {
    return states(some).equals(states(others));
  }

  private static List<List<String>> states(List<Obstacles> all) {
    return all.stream().map(each -> List.of(each.kind, each.layer, each.version)).toList();
  }

  static Obstacles of(String kind, Surroundings.Used layer, String version) {
    return new Obstacles(
        kind, layer.layer(), layer.title(), version, layer.dataDate().orElse(null));
  }
}
