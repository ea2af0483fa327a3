package org.tuguan.api.wms;

import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tuguan.api.Parameters;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.map.MapEncoder;

/**
 * How a picture is made, whatever is on it.
 *
 * @param transparent never true in a format that cannot keep it
 * @param pixelRatio pixels to one pixel of the style
 */
record PictureOptions(boolean transparent, Color background, double pixelRatio) {
  private static final Pattern COLOUR = Pattern.compile("(?:0[xX]|#)([0-9a-fA-F]{6})");
  private static final Pattern DPI =
      Pattern.compile("(?:^|;)\\s*dpi\\s*:\\s*(\\d{1,4})\\s*(?:;|$)");

  /**
   * The dots per inch of the standard pixel of 0.28 mm, rounded as clients round it. Desktop
   * clients send 96, the nominal resolution of a screen, for the same thing.
   */
  private static final int STANDARD_DPI = 90;

  private static final int SCREEN_DPI = 96;
  private static final int LEAST_DPI = 45;
  private static final int MOST_DPI = 450;

  /**
   * Reads TRANSPARENT, BGCOLOR and FORMAT_OPTIONS.
   *
   * @param transparency whether the format can keep it
   */
  static PictureOptions parse(Parameters parameters, boolean transparency) {
    boolean transparent = parameters.find("TRANSPARENT").map(PictureOptions::flag).orElse(false);
    return new PictureOptions(
        transparent && transparency,
        parameters.find("BGCOLOR").map(PictureOptions::colour).orElse(Color.WHITE),
        parameters.find("FORMAT_OPTIONS").map(PictureOptions::ratio).orElse(1.0));
  }

  /**
   * The encoder for a media type, however its parameters are spaced; {@code image/png8} is the
   * palette format's name in other servers.
   */
  static MapEncoder encoder(String format, List<MapEncoder> encoders) {
    String wanted = normal(format);
    String media = wanted.equals("image/png8") ? "image/png;mode=8bit" : wanted;
    return encoders.stream()
        .filter(encoder -> normal(encoder.mediaType()).equals(media))
        .findFirst()
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_FORMAT,
                    "FORMAT",
                    "FORMAT=%s: allowed are %s"
                        .formatted(
                            RequestException.quote(format),
                            String.join(
                                ", ", encoders.stream().map(MapEncoder::mediaType).toList()))));
  }

  private static String normal(String mediaType) {
    return mediaType.toLowerCase(Locale.ROOT).replaceAll("\\s", "");
  }

  private static boolean flag(String text) {
    return switch (text.toUpperCase(Locale.ROOT)) {
      case "TRUE" -> true;
      case "FALSE" -> false;
      default -> throw RequestException.invalid("TRANSPARENT", text, "allowed are TRUE and FALSE");
    };
  }

  private static Color colour(String text) {
    Matcher matcher = COLOUR.matcher(text);
    if (!matcher.matches()) {
      throw RequestException.invalid("BGCOLOR", text, "0xRRGGBB is allowed, for example 0xFFFFFF");
    }
    return new Color(Integer.parseInt(matcher.group(1), 16));
  }

  private static double ratio(String text) {
    Optional<Integer> dpi =
        Optional.of(DPI.matcher(text.toLowerCase(Locale.ROOT)))
            .filter(Matcher::find)
            .map(matcher -> Integer.valueOf(matcher.group(1)));
    if (dpi.isEmpty() || dpi.get() == SCREEN_DPI) {
      return 1;
    }
    if (dpi.get() < LEAST_DPI || dpi.get() > MOST_DPI) {
      throw RequestException.invalid(
          "FORMAT_OPTIONS", text, "dpi may be from %d to %d".formatted(LEAST_DPI, MOST_DPI));
    }
    return dpi.get() / (double) STANDARD_DPI;
  }
}
