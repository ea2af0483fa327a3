package org.tuguan.api.wms;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.api.Parameters;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Crs;

/** The versions of WMS that are spoken, and the words in which they differ. */
enum WmsVersion {
  V1_1_1("1.1.1", "SRS", "X", "Y"),
  V1_3_0("1.3.0", "CRS", "I", "J");

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,6})(?:\\.(\\d{1,6}))?(?:\\.(\\d{1,6}))?");

  private final String number;
  private final String crsParameter;
  private final String columnParameter;
  private final String rowParameter;

  WmsVersion(String number, String crsParameter, String columnParameter, String rowParameter) {
    this.number = number;
    this.crsParameter = crsParameter;
    this.columnParameter = columnParameter;
    this.rowParameter = rowParameter;
  }

  /** As it is written in requests and documents. */
  String number() {
    return number;
  }

  String crsParameter() {
    return crsParameter;
  }

  /** Of the column of a pixel in GetFeatureInfo. */
  String columnParameter() {
    return columnParameter;
  }

  /** Of the row of a pixel in GetFeatureInfo, counted from the top. */
  String rowParameter() {
    return rowParameter;
  }

  /**
   * True if coordinates of this system are written north first (WMS 1.3.0, 6.7.2); version 1.1.1
   * never does that.
   */
  boolean northFirst(Crs crs) {
    return this == V1_3_0 && crs.northFirst();
  }

  /**
   * Version negotiation (WMS 1.3.0, 6.2.4): the highest version that is not above the one asked
   * for, or the lowest; the highest if none is asked for or it cannot be read. {@code VERSION} wins
   * over the older {@code WMTVER}.
   */
  static WmsVersion negotiate(Parameters parameters) {
    return asked(parameters)
        .flatMap(WmsVersion::weight)
        .map(weight -> weight >= V1_3_0.weight() ? V1_3_0 : V1_1_1)
        .orElse(V1_3_0);
  }

  /** The version of a request that must name one. */
  static WmsVersion require(Parameters parameters) {
    String text = asked(parameters).orElseThrow(() -> RequestException.missing("VERSION"));
    return switch (text) {
      case "1.3.0" -> V1_3_0;
      case "1.1.0", "1.1.1" -> V1_1_1;
      default -> throw RequestException.invalid("VERSION", text, "allowed are 1.1.1, 1.3.0");
    };
  }

  private static Optional<String> asked(Parameters parameters) {
    return parameters.find("VERSION").or(() -> parameters.find("WMTVER"));
  }

  private long weight() {
    return weight(number).orElseThrow();
  }

  private static Optional<Long> weight(String text) {
    Matcher matcher = NUMBER.matcher(text.strip().toLowerCase(Locale.ROOT));
    return matcher.matches()
        ? Optional.of(
            part(matcher, 1) * 1_000_000_000_000L + part(matcher, 2) * 1_000_000 + part(matcher, 3))
        : Optional.empty();
  }

  private static long part(Matcher matcher, int group) {
    return matcher.group(group) == null ? 0 : Long.parseLong(matcher.group(group));
  }
}
