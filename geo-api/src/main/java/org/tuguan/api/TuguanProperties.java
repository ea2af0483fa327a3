package org.tuguan.api;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;
import org.tuguan.core.LocalText;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * The settings of a server; each may be set as an environment variable ({@code
 * TUGUAN_LIMITS_MAP_SIDE}) or an argument ({@code --tuguan.limits.map-side=}). The defaults stand
 * in {@code application.yaml}.
 *
 * @param demo the demonstration: its accounts exist, and every page says so
 * @param home directory for caches, which may be lost, and for use that is not in the database yet,
 *     which should not
 * @param adminPassword that the first administrator begins with outside the demonstration; if
 *     empty, one for one time is made and printed, once
 */
@ConfigurationProperties("tuguan")
public record TuguanProperties(
    boolean demo, Path home, String adminPassword, City city, Limits limits, Snapshot snapshot) {
  public TuguanProperties {
    Objects.requireNonNull(home, "tuguan.home");
    Objects.requireNonNull(city, "tuguan.city");
    Objects.requireNonNull(limits, "tuguan.limits");
    snapshot = Objects.requireNonNullElse(snapshot, new Snapshot(null, null, 0));
  }

  /**
   * Which city this is.
   *
   * @param bounds what the portal shows first: west, south, east, north in degrees
   */
  public record City(String nameZh, String nameEn, List<Double> bounds) {
    public City {
      if (bounds.size() != 4) {
        throw new IllegalArgumentException("tuguan.city.bounds: west, south, east, north");
      }
    }

    public LocalText name() {
      return new LocalText(nameZh, nameEn);
    }

    public Bounds area() {
      return new Bounds(Crs.CRS84, bounds.get(0), bounds.get(1), bounds.get(2), bounds.get(3));
    }
  }

  /**
   * Layers that are kept in memory for drawing.
   *
   * @param budget memory for all of them; a quarter of the heap if not set. 0: none, everything is
   *     read from the database
   * @param poll how old a layer may be whose changes the database does not tell (a view, somebody
   *     else's table)
   * @param streams most clients that wait for news of changes
   */
  public record Snapshot(DataSize budget, Duration poll, int streams) {
    public Snapshot {
      budget =
          Objects.requireNonNullElseGet(
              budget, () -> DataSize.ofBytes(Runtime.getRuntime().maxMemory() / 4));
      poll = Objects.requireNonNullElse(poll, Duration.ofSeconds(60));
      streams = streams == 0 ? 200 : streams;
    }
  }

  /**
   * What one request may ask for; more is refused with a message that names the limit.
   *
   * @param mapSide largest width and height of a picture, in pixels
   * @param mapLayers most layers in one picture
   * @param mapTime longest time to draw a picture
   * @param concurrentMaps pictures drawn at once; further requests wait a moment and are then told
   *     to come back
   * @param sld largest style document
   * @param items most features on one page
   * @param statementTime longest time of one database statement
   * @param upload largest file that is sent in
   * @param unpacked largest size of what is inside a packed file
   * @param vectorTile largest vector tile before it is packed; the smallest features are left out
   */
  public record Limits(
      int mapSide,
      int mapLayers,
      Duration mapTime,
      int concurrentMaps,
      DataSize sld,
      int items,
      Duration statementTime,
      DataSize upload,
      DataSize unpacked,
      DataSize vectorTile) {
    public Limits {
      if (mapSide < 1 || mapLayers < 1 || concurrentMaps < 1 || items < 1) {
        throw new IllegalArgumentException("tuguan.limits must be above zero");
      }
    }
  }
}
