package org.tuguan.api.wms;

import java.util.Objects;
import java.util.regex.Pattern;
import org.tuguan.api.Parameters;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.crs.Bounds;
import org.tuguan.core.crs.Crs;

/**
 * What part of the world is asked for, and in how many pixels.
 *
 * @param bounds outer edges of the pixels, x east, whatever order the request was written in
 */
record MapArea(Bounds bounds, int width, int height) {
  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d{1,3})?");

  MapArea {
    Objects.requireNonNull(bounds);
  }

  /**
   * Reads CRS or SRS, BBOX, WIDTH and HEIGHT.
   *
   * @param largest limit of WIDTH and HEIGHT
   */
  static MapArea parse(WmsCall call, int largest) {
    Parameters parameters = call.parameters();
    String crsParameter = call.version().crsParameter();
    Crs crs = Crs.parse(crsParameter, parameters.get(crsParameter));
    return new MapArea(
        bounds(parameters.get("BBOX"), crs, call.version().northFirst(crs)),
        side("WIDTH", parameters, largest),
        side("HEIGHT", parameters, largest));
  }

  private static int side(String name, Parameters parameters, int largest) {
    return parameters.whole(name, 1, largest);
  }

  private static Bounds bounds(String text, Crs crs, boolean northFirst) {
    String[] parts = text.split(",", -1);
    if (parts.length != 4) {
      throw invalid(text, "four numbers are expected, minx,miny,maxx,maxy");
    }
    double[] box = new double[4];
    for (int i = 0; i < 4; i++) {
      box[i] = number(parts[i].strip(), text);
    }
    if (box[0] >= box[2] || box[1] >= box[3]) {
      throw invalid(text, "minx must be below maxx and miny below maxy");
    }
    return northFirst
        ? new Bounds(crs, box[1], box[0], box[3], box[2])
        : new Bounds(crs, box[0], box[1], box[2], box[3]);
  }

  private static double number(String part, String text) {
    if (!NUMBER.matcher(part).matches()) {
      throw invalid(text, RequestException.quote(part) + " is not a number");
    }
    double number = Double.parseDouble(part);
    // Beyond this, differences between edges and pixels are lost in the number's last places.
    if (!(Math.abs(number) < 1e15)) {
      throw invalid(text, RequestException.quote(part) + " is too large");
    }
    return number;
  }

  private static RequestException invalid(String text, String allowed) {
    return new RequestException(
        Fault.INVALID_PARAMETER,
        "BBOX",
        "BBOX=%s: %s".formatted(RequestException.quote(text), allowed));
  }

  /** Width of a pixel in map units. */
  double resolutionX() {
    return bounds.width() / width;
  }

  /** Height of a pixel in map units. */
  double resolutionY() {
    return bounds.height() / height;
  }
}
