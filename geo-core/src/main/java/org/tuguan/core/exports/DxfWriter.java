package org.tuguan.core.exports;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.CharsetEncoder;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** Group codes and values of a DXF of release 12, in code page 950. For one thread. */
final class DxfWriter {
  /** A value may have 255 characters, escaped ones counted as they are written. */
  private static final int LONGEST_TEXT = 248;

  private static final int LONGEST_LAYER = 26;

  private final CharsetEncoder encoder = DxfFormat.CHARSET.newEncoder();
  private final Writer out;
  private final String layer;
  private final int decimals;
  private final double textHeight;
  private long escapes;

  /**
   * @param degrees true if the unit is the degree, else it is the metre
   */
  DxfWriter(Writer out, String layer, boolean degrees) {
    this.out = out;
    this.layer = layerName(layer);
    this.decimals = degrees ? 9 : 4;
    this.textHeight = degrees ? 0.00005 : 5;
  }

  /** Release 12 allows letters, digits, $, - and _ up to 31. */
  private String layerName(String name) {
    return escaped(name.replaceAll("[^\\p{L}\\p{N}$_-]", "_"), LONGEST_LAYER);
  }

  void begin() throws IOException {
    group(0, "SECTION");
    group(2, "HEADER");
    group(9, "$ACADVER");
    group(1, "AC1009");
    group(9, "$DWGCODEPAGE");
    group(3, "ANSI_950");
    group(0, "ENDSEC");
    group(0, "SECTION");
    group(2, "TABLES");
    group(0, "TABLE");
    group(2, "LAYER");
    group(70, "2");
    layer(layer, 7);
    layer(textLayer(), 3);
    group(0, "ENDTAB");
    group(0, "ENDSEC");
    group(0, "SECTION");
    group(2, "ENTITIES");
  }

  private String textLayer() {
    return layer + "_TEXT";
  }

  private void layer(String name, int colour) throws IOException {
    group(0, "LAYER");
    group(2, name);
    group(70, "0");
    group(62, Integer.toString(colour));
    group(6, "CONTINUOUS");
  }

  void shape(Geometry geometry) throws IOException {
    for (Geometry part : TargetGeometry.parts(geometry)) {
      if (part instanceof Polygon polygon) {
        line(polygon.getExteriorRing(), true);
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
          line(polygon.getInteriorRingN(i), true);
        }
      } else if (part instanceof LineString line) {
        line(line, line.isClosed());
      } else {
        group(0, "POINT");
        group(8, layer);
        at(((Point) part).getCoordinate());
      }
    }
  }

  private void line(LineString line, boolean closed) throws IOException {
    CoordinateSequence points = line.getCoordinateSequence();
    group(0, "POLYLINE");
    group(8, layer);
    group(66, "1");
    group(70, closed ? "1" : "0");
    int count = closed ? points.size() - 1 : points.size();
    for (int i = 0; i < count; i++) {
      group(0, "VERTEX");
      group(8, layer);
      at(points.getCoordinate(i));
    }
    group(0, "SEQEND");
    group(8, layer);
  }

  void text(Coordinate at, String text) throws IOException {
    group(0, "TEXT");
    group(8, textLayer());
    at(at);
    group(40, number(textHeight));
    group(1, escaped(text, LONGEST_TEXT));
  }

  void end() throws IOException {
    group(0, "ENDSEC");
    group(0, "EOF");
  }

  private void at(Coordinate point) throws IOException {
    group(10, number(point.x));
    group(20, number(point.y));
    group(30, "0.0");
  }

  /** In fixed decimals, since most of the time of a large file goes into this. */
  private String number(double value) {
    return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }

  private void group(int code, String value) throws IOException {
    out.write(code < 10 ? "  " : " ");
    out.write(Integer.toString(code));
    out.write('\n');
    out.write(value);
    out.write('\n');
  }

  /**
   * What the code page lacks is written by UTF-16 units; control characters become spaces, since a
   * value is one line.
   *
   * @param longest in bytes; what does not fit is cut, never within a character
   */
  private String escaped(String text, int longest) {
    StringBuilder result = new StringBuilder();
    int bytes = 0;
    for (int point : text.codePoints().toArray()) {
      String next = escaped(point);
      bytes += next.getBytes(DxfFormat.CHARSET).length;
      if (bytes > longest) {
        break;
      }
      result.append(next);
    }
    return result.toString();
  }

  private String escaped(int point) {
    if (point < 0x20 || point == 0x7F) {
      return " ";
    }
    String character = Character.toString(point);
    if (encoder.canEncode(character)) {
      return character;
    }
    escapes++;
    StringBuilder units = new StringBuilder();
    for (char unit : character.toCharArray()) {
      units.append(String.format(Locale.ROOT, "\\U+%04X", (int) unit));
    }
    return units.toString();
  }

  /** Characters that were written as escapes, which not every program turns back. */
  long escapes() {
    return escapes;
  }
}
