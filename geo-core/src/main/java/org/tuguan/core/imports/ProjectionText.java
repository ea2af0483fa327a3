package org.tuguan.core.imports;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.core.crs.Crs;

/**
 * Recognises the known systems in the well-known text of {@code .prj} files, which name one system
 * in many ways. What is not recognised beyond doubt is not guessed.
 */
final class ProjectionText {
  /** The authority of the whole system is the last one. */
  private static final Pattern AUTHORITY =
      Pattern.compile("(?:AUTHORITY\\[\"EPSG\",\"?|ID\\[\"EPSG\",)(\\d+)\"?\\]+\\s*$");

  private static final Pattern TWD67 = Pattern.compile("TWD_?(19)?67|TWD1967|HU_?TZU");
  private static final Pattern TWD97 = Pattern.compile("TWD_?(19)?97|TWD1997|TAIWAN_?DATUM_?1997");
  private static final Pattern WGS84 = Pattern.compile("WGS_?(19)?84|WORLD_GEODETIC_SYSTEM_1984");
  private static final Pattern MERIDIAN =
      Pattern.compile(
          "(?:CENTRAL_MERIDIAN|LONGITUDE_OF_(?:NATURAL_)?ORIGIN|LONGITUDE_OF_CENTER)\",([0-9.]+)");
  private static final Pattern EASTING = Pattern.compile("FALSE_EASTING\",([0-9.]+)");
  private static final Pattern SCALE =
      Pattern.compile("SCALE_FACTOR(?:_AT_NATURAL_ORIGIN)?\",([0-9.]+)");

  private ProjectionText() {}

  static Optional<Crs> find(String wellKnownText) {
    String text =
        wellKnownText.strip().toUpperCase(Locale.ROOT).replaceAll("\\s*([,\\[\\]])\\s*", "$1");
    Matcher authority = AUTHORITY.matcher(text);
    if (authority.find()) {
      Optional<Crs> known = Crs.find("EPSG:" + authority.group(1));
      if (known.isPresent()) {
        return known;
      }
    }
    String names = text.replaceAll("[\\s/-]+", "_");
    boolean projected = names.startsWith("PROJCS") || names.startsWith("PROJCRS");
    return projected ? projected(names) : geographic(names);
  }

  private static Optional<Crs> geographic(String text) {
    if (!text.startsWith("GEOG")) {
      return Optional.empty();
    }
    if (TWD67.matcher(text).find()) {
      return Optional.of(Crs.TWD67);
    }
    if (TWD97.matcher(text).find()) {
      return Optional.of(Crs.TWD97);
    }
    return WGS84.matcher(text).find() ? Optional.of(Crs.WGS84) : Optional.empty();
  }

  private static Optional<Crs> projected(String text) {
    if (text.contains("AUXILIARY_SPHERE") || text.contains("PSEUDO_MERCATOR")) {
      return Optional.of(Crs.WEB_MERCATOR);
    }
    boolean zone =
        text.contains("TRANSVERSE_MERCATOR")
            && number(EASTING, text) == 250_000
            && Math.abs(number(SCALE, text) - 0.9999) < 1e-9;
    double meridian = number(MERIDIAN, text);
    if (!zone || (meridian != 121 && meridian != 119)) {
      return Optional.empty();
    }
    if (TWD67.matcher(text).find()) {
      return Optional.of(meridian == 121 ? Crs.TWD67_TM2_121 : Crs.TWD67_TM2_119);
    }
    return TWD97.matcher(text).find()
        ? Optional.of(meridian == 121 ? Crs.TWD97_TM2_121 : Crs.TWD97_TM2_119)
        : Optional.empty();
  }

  private static double number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() ? Double.parseDouble(matcher.group(1)) : Double.NaN;
  }
}
