package org.tuguan.core.delivery;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.tuguan.core.print.Block;

/**
 * The outline of an area with the degrees of its edges, north up, degrees of longitude shortened as
 * at its middle.
 *
 * @param area polygons in CRS:84
 */
record AreaSketch(Geometry area) implements Block.Painter {
  private static final double MARGIN = 22;
  private static final double SMALLEST = 1e-6;
  private static final Color INK = new Color(0x4c5f69);
  private static final Color LINE = new Color(0x0b4f6c);
  private static final Color FILL = new Color(0xd3e6ee);

  @Override
  public void paint(Graphics2D graphics, double width, double height) {
    Envelope box = area.getEnvelopeInternal();
    double narrowed = Math.cos(Math.toRadians(box.centre().y));
    double across = Math.max(SMALLEST, box.getWidth() * narrowed);
    double up = Math.max(SMALLEST, box.getHeight());
    double scale = Math.min((width - 2 * MARGIN) / across, (height - 2 * MARGIN) / up);
    double left = (width - across * scale) / 2;
    double top = (height - up * scale) / 2;
    Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
    for (int i = 0; i < area.getNumGeometries(); i++) {
      Polygon polygon = (Polygon) area.getGeometryN(i);
      ring(path, polygon.getExteriorRing(), box, scale, narrowed);
      for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
        ring(path, polygon.getInteriorRingN(hole), box, scale, narrowed);
      }
    }
    path.transform(AffineTransform.getTranslateInstance(left, top));
    graphics.setColor(FILL);
    graphics.fill(path);
    graphics.setColor(LINE);
    graphics.setStroke(new BasicStroke(1.2f));
    graphics.draw(path);
    degrees(graphics, box, new Rectangle2D.Double(left, top, across * scale, up * scale));
  }

  private static void ring(
      Path2D path, LineString ring, Envelope box, double scale, double narrowed) {
    boolean begun = false;
    for (Coordinate at : ring.getCoordinates()) {
      double x = (at.x - box.getMinX()) * narrowed * scale;
      double y = (box.getMaxY() - at.y) * scale;
      if (begun) {
        path.lineTo(x, y);
      } else {
        path.moveTo(x, y);
        begun = true;
      }
    }
    path.closePath();
  }

  private static void degrees(Graphics2D graphics, Envelope box, Rectangle2D frame) {
    graphics.setColor(INK);
    graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 8));
    String low = degrees(box.getMinX(), box.getMinY());
    String high = degrees(box.getMaxX(), box.getMaxY());
    graphics.drawString(low, (float) frame.getMinX(), (float) frame.getMaxY() + 12);
    int wide = graphics.getFontMetrics().stringWidth(high);
    graphics.drawString(high, (float) frame.getMaxX() - wide, (float) frame.getMinY() - 6);
  }

  private static String degrees(double longitude, double latitude) {
    return String.format(Locale.ROOT, "%.5f°E %.5f°N", longitude, latitude);
  }
}
