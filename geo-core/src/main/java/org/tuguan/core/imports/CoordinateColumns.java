package org.tuguan.core.imports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/**
 * Which columns of a table hold the coordinates.
 *
 * @param x position of the column with east or longitude, or of the one with well-known text
 * @param y position of the column with north or latitude; -1 if {@code x} is well-known text
 * @param crs system that the names of the columns speak of, where only one can be meant
 */
record CoordinateColumns(int x, int y, Optional<Crs> crs) {
  private static final Set<String> LONGITUDES =
      Set.of("lon", "lng", "long", "longitude", "經度", "東經", "經");
  private static final Set<String> LATITUDES = Set.of("lat", "latitude", "緯度", "北緯", "緯");
  private static final Set<String> EASTINGS =
      Set.of("x", "px", "pointx", "easting", "east", "橫", "東");
  private static final Set<String> NORTHINGS =
      Set.of("y", "py", "pointy", "northing", "north", "縱", "北");
  private static final Set<String> TEXTS =
      Set.of("wkt", "geom", "geometry", "thegeom", "wkbgeometry", "shape", "空間資料", "幾何");

  /** True if one column holds whole geometries. */
  boolean wellKnownText() {
    return y < 0;
  }

  /**
   * @param first values of the first record, to see whether a column holds well-known text
   */
  static CoordinateColumns find(
      String file, List<String> header, List<String> first, ReadOptions options) {
    if (options.x().isPresent() || options.y().isPresent()) {
      int x = named("x", header, options.x());
      int y = named("y", header, options.y());
      return new CoordinateColumns(x, y, crs(header.get(x), header.get(y)));
    }
    int text = textColumn(header, first);
    if (text >= 0) {
      return new CoordinateColumns(text, -1, Optional.empty());
    }
    return pair(header, LONGITUDES, LATITUDES)
        .or(() -> pair(header, EASTINGS, NORTHINGS))
        .orElseThrow(() -> none(file, header));
  }

  private static RequestException none(String file, List<String> header) {
    String name = RequestException.quote(file);
    String columns = RequestException.quote(String.join(", ", header.stream().limit(8).toList()));
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "file",
        new LocalText(
            ("%s 沒有認得的坐標欄（lon、lat、x、y、經度、緯度、TWD97X、TWD97Y、WKT…）；欄位是 %s；請以 --x 與 --y 指定")
                .formatted(name, columns),
            ("%s has no coordinate columns that are known by name (lon, lat, x, y, 經度, 緯度, TWD97X,"
                    + " TWD97Y, WKT, …); its columns are %s; name them with --x and --y (form fields x"
                    + " and y)")
                .formatted(name, columns)));
  }

  private static int named(String parameter, List<String> header, Optional<String> wanted) {
    String name = wanted.orElseThrow(() -> RequestException.missing(parameter));
    for (int i = 0; i < header.size(); i++) {
      if (header.get(i).strip().equalsIgnoreCase(name.strip())) {
        return i;
      }
    }
    throw RequestException.invalid(
        parameter, name, "the columns are " + RequestException.quote(String.join(", ", header)));
  }

  private static int textColumn(List<String> header, List<String> first) {
    for (int i = 0; i < Math.min(header.size(), first.size()); i++) {
      if (TEXTS.contains(plain(header.get(i))) && WellKnownText.looksLike(first.get(i))) {
        return i;
      }
    }
    return -1;
  }

  private static Optional<CoordinateColumns> pair(
      List<String> header, Set<String> xNames, Set<String> yNames) {
    int x = position(header, xNames);
    int y = position(header, yNames);
    return x < 0 || y < 0
        ? Optional.empty()
        : Optional.of(new CoordinateColumns(x, y, crs(header.get(x), header.get(y))));
  }

  private static int position(List<String> header, Set<String> names) {
    for (int i = 0; i < header.size(); i++) {
      if (names.contains(plain(header.get(i)))) {
        return i;
      }
    }
    return -1;
  }

  /** The name without what says which system, unit or kind of number it is. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT)
        .replaceAll("[\\s_\\-.()（）/:：\\[\\]]", "")
        .replaceAll(
            "wgs1?9?84|twd(19)?97|twd(19)?67|epsg\\d{4}|tm2|二度分帶|座標|坐標|十進位|coordinates?|coord|decimal",
            "")
        .replaceAll("(?<=[xy])(97|67|84)|(97|67|84)(?=[xy])", "");
  }

  private static Optional<Crs> crs(String x, String y) {
    String both = (x + " " + y).toLowerCase(Locale.ROOT);
    boolean twd67 = both.matches(".*(twd_?(19)?67|67_?[xy]|[xy]_?67).*");
    if (!twd67) {
      return Optional.empty();
    }
    return Optional.of(LONGITUDES.contains(plain(x)) ? Crs.TWD67 : Crs.TWD67_TM2_121);
  }
}
