package org.tuguan.core.imports;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.tuguan.core.crs.Crs;

/** Geometries written as text, with or without PostGIS' {@code SRID=n;} before them. */
final class WellKnownText {
  private static final Pattern START =
      Pattern.compile(
          "\\s*(?:SRID=(\\d+);)?\\s*((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\\b.*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private WellKnownText() {}

  static boolean looksLike(String text) {
    return START.matcher(text).matches();
  }

  static Optional<Crs> crs(String text) {
    Matcher matcher = START.matcher(text);
    return matcher.matches() && matcher.group(1) != null
        ? Crs.find("EPSG:" + matcher.group(1))
        : Optional.empty();
  }

  static Geometry read(String text) throws UnreadableGeometryException {
    Matcher matcher = START.matcher(text);
    if (!matcher.matches()) {
      throw unreadable();
    }
    try {
      return new WKTReader().read(text.substring(matcher.start(2)));
    } catch (ParseException | IllegalArgumentException e) {
      throw unreadable();
    }
  }

  private static UnreadableGeometryException unreadable() {
    return new UnreadableGeometryException("WKT 無法解讀", "well-known text that cannot be read");
  }
}
