package org.tuguan.api.wms;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** In what form GetFeatureInfo answers. */
enum FeatureInfoFormat {
  TEXT("text/plain"),
  HTML("text/html"),
  JSON("application/json");

  private final String mediaType;

  FeatureInfoFormat(String mediaType) {
    this.mediaType = mediaType;
  }

  /** As it is advertised. */
  String mediaType() {
    return mediaType;
  }

  /** As it is sent: with the character set where readers would guess a wrong one. */
  String sentType() {
    return this == JSON ? mediaType : mediaType + ";charset=UTF-8";
  }

  static List<String> mediaTypes() {
    return Arrays.stream(values()).map(FeatureInfoFormat::mediaType).toList();
  }

  static FeatureInfoFormat parse(String text) {
    String wanted = text.toLowerCase(Locale.ROOT).replaceAll("\\s|;.*", "");
    return Arrays.stream(values())
        .filter(
            format ->
                format.mediaType.equals(wanted)
                    || format == JSON && wanted.equals("application/geo+json"))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_FORMAT,
                    "INFO_FORMAT",
                    "INFO_FORMAT=%s: allowed are %s"
                        .formatted(RequestException.quote(text), String.join(", ", mediaTypes()))));
  }
}
