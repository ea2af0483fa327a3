package org.tuguan.core.crs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises the known systems in definitions as text (OGC 01-009, ISO 19162, ESRI's dialect).
 *
 * <p>What is compared is what decides where a point lies: datum or ellipsoid, method, parameters,
 * unit. An EPSG code on the whole definition decides at once.
 */
final class WellKnownText {
  private static final Pattern OWN_CODE =
      Pattern.compile("(?:AUTHORITY|ID)\\[\"EPSG\",\"?(\\d+)\"?[^\\[\\]]*\\]\\]$");
  private static final Pattern DATUM =
      Pattern.compile("(?:DATUM|TRF|GEODETICDATUM|ENSEMBLE)\\[\"([^\"]*)\"");
  private static final Pattern ELLIPSOID =
      Pattern.compile("(?:SPHEROID|ELLIPSOID)\\[\"[^\"]*\",([\\d.]+),([\\d.]+)");
  private static final Pattern METHOD = Pattern.compile("(?:PROJECTION|METHOD)\\[\"([^\"]*)\"");
  private static final Pattern NAME = Pattern.compile("^PROJC(?:S|RS)\\[\"([^\"]*)\"");
  private static final Pattern PARAMETER = Pattern.compile("PARAMETER\\[\"([^\"]*)\",([-+.\\dE]+)");
  private static final Pattern OTHER_UNIT =
      Pattern.compile("(?:LENGTH|\\b)UNIT\\[\"[^\"]*\",(?!1(?:\\.0*)?[,\\]]|0?\\.01745329)");
  private static final Pattern PRIME_MERIDIAN =
      Pattern.compile("PRIM(?:EM|EMERIDIAN)\\[\"[^\"]*\",(?!0(?:\\.0*)?[,\\]])");

  private static final Pattern WGS84_NAMES =
      Pattern.compile(".*(WGS_?(19)?84|WORLD_GEODETIC_SYSTEM_1984|TWD_?(19)?97|TAIWAN.*1997).*");
  private static final Pattern TWD97_NAMES = Pattern.compile(".*(TWD_?(19)?97|TAIWAN.*1997).*");
  private static final Pattern TWD67_NAMES =
      Pattern.compile(".*(TWD_?(19)?67|TAIWAN.*1967|HU_?TZU_?SHAN).*");
  private static final Pattern NO_NAME = Pattern.compile(".*(UNKNOWN|UNNAMED|NOT_SPECIFIED).*|");

  private WellKnownText() {}

  static Optional<Crs> find(String text) {
    String wkt = essence(text);
    if (!wkt.contains("[")) {
      return Crs.find(text);
    }
    Matcher code = OWN_CODE.matcher(wkt);
    if (code.find()) {
      return code.group(1).length() < 7
          ? Crs.findSrid(Integer.parseInt(code.group(1)))
          : Optional.empty();
    }
    if (PRIME_MERIDIAN.matcher(wkt).find()) {
      return Optional.empty();
    }
    return wkt.startsWith("PROJC") ? findProjected(wkt) : findGeographic(wkt);
  }

  /** Upper case, no space between the parts, of bound and compound systems the horizontal one. */
  private static String essence(String text) {
    String wkt = text.strip().toUpperCase(Locale.ROOT).replace('(', '[').replace(')', ']');
    wkt = wkt.replaceAll("\\s*([\\[\\],])\\s*", "$1");
    int start = first(wkt, "PROJCS[", "PROJCRS[", "GEOGCS[", "GEOGCRS[", "GEODCRS[");
    return start < 0 ? wkt : wkt.substring(start, endOf(wkt, start));
  }

  private static int first(String wkt, String... keywords) {
    int first = -1;
    for (String keyword : keywords) {
      int at = wkt.indexOf(keyword);
      if (at >= 0 && (first < 0 || at < first)) {
        first = at;
      }
    }
    return first;
  }

  /** After the bracket that closes the part that starts here. */
  private static int endOf(String wkt, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < wkt.length(); i++) {
      char c = wkt.charAt(i);
      quoted ^= c == '"';
      depth += quoted ? 0 : c == '[' ? 1 : c == ']' ? -1 : 0;
      if (c == ']' && !quoted && depth == 0) {
        return i + 1;
      }
    }
    return wkt.length();
  }

  private static Optional<Crs> findGeographic(String wkt) {
    String datum = name(DATUM, wkt);
    if (!wkt.startsWith("GEO") || !wkt.contains("0.01745329")) {
      return Optional.empty();
    }
    if (WGS84_NAMES.matcher(datum).matches() && ellipsoid(wkt, 6378137, 298.257)) {
      return Optional.of(TWD97_NAMES.matcher(datum).matches() ? Crs.TWD97 : Crs.WGS84);
    }
    return TWD67_NAMES.matcher(datum).matches() && ellipsoid(wkt, 6378160, 298.25)
        ? Optional.of(Crs.TWD67)
        : Optional.empty();
  }

  private static Optional<Crs> findProjected(String wkt) {
    String method = name(METHOD, wkt);
    if (method.contains("PSEUDO_MERCATOR")
        || method.equals("MERCATOR_AUXILIARY_SPHERE")
        || name(NAME, wkt).matches("WGS_84_/_PSEUDO.MERCATOR|.*GOOGLE.*MERCATOR.*")) {
      return Optional.of(Crs.WEB_MERCATOR);
    }
    Map<String, Double> parameters = parameters(wkt);
    boolean twoDegrees =
        method.matches("TRANSVERSE_MERCATOR|GAUSS_KRUGER")
            && is(parameters, 0.9999, "SCALE_FACTOR", "SCALE_FACTOR_AT_NATURAL_ORIGIN")
            && is(parameters, 250_000, "FALSE_EASTING")
            && is(parameters, 0, "FALSE_NORTHING")
            && is(parameters, 0, "LATITUDE_OF_ORIGIN", "LATITUDE_OF_NATURAL_ORIGIN")
            && !OTHER_UNIT.matcher(wkt).find();
    boolean west = is(parameters, 119, "CENTRAL_MERIDIAN", "LONGITUDE_OF_NATURAL_ORIGIN");
    boolean east = is(parameters, 121, "CENTRAL_MERIDIAN", "LONGITUDE_OF_NATURAL_ORIGIN");
    if (!twoDegrees || west == east) {
      return Optional.empty();
    }
    String datum = name(DATUM, wkt);
    if (of(datum, WGS84_NAMES) && ellipsoid(wkt, 6378137, 298.257)) {
      return Optional.of(east ? Crs.TWD97_TM2_121 : Crs.TWD97_TM2_119);
    }
    if (of(datum, TWD67_NAMES) && ellipsoid(wkt, 6378160, 298.25)) {
      return Optional.of(east ? Crs.TWD67_TM2_121 : Crs.TWD67_TM2_119);
    }
    return Optional.empty();
  }

  /** A datum without a name is told by its ellipsoid, since the zones exist in Taiwan only. */
  private static boolean of(String datum, Pattern names) {
    return names.matcher(datum).matches() || NO_NAME.matcher(datum).matches();
  }

  private static String name(Pattern pattern, String wkt) {
    Matcher matcher = pattern.matcher(wkt);
    return matcher.find() ? matcher.group(1).replaceAll("[\\s-]+", "_") : "";
  }

  private static boolean ellipsoid(String wkt, double semiMajorAxis, double inverseFlattening) {
    Matcher matcher = ELLIPSOID.matcher(wkt);
    return matcher.find()
        && Math.abs(Double.parseDouble(matcher.group(1)) - semiMajorAxis) < 0.01
        && Math.abs(Double.parseDouble(matcher.group(2)) - inverseFlattening) < 0.001;
  }

  private static Map<String, Double> parameters(String wkt) {
    Map<String, Double> parameters = new HashMap<>();
    Matcher matcher = PARAMETER.matcher(wkt);
    while (matcher.find()) {
      try {
        parameters.put(matcher.group(1).replace(' ', '_'), Double.valueOf(matcher.group(2)));
      } catch (NumberFormatException broken) {
        return Map.of();
      }
    }
    return parameters;
  }

  /** By either name; 0 where it may be left out. */
  private static boolean is(Map<String, Double> parameters, double wanted, String... names) {
    Double value = null;
    for (String name : names) {
      value = value == null ? parameters.get(name) : value;
    }
    return Math.abs((value == null ? 0 : value) - wanted) < 1e-9;
  }
}
