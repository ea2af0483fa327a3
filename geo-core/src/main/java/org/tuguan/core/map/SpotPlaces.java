package org.tuguan.core.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Places for a label at a point, best first: as the style says; on the other side of the point
 * where the picture ends; pushed inside; around the point, further and further, if the style
 * allows.
 */
final class SpotPlaces {
  private static final double SMALLEST_STEP = 4;
  private static final int DIRECTIONS = 8;
  private static final double NEAR = 1e-9;

  private final Rectangle2D picture;

  /**
   * @param picture labels stay inside
   */
  SpotPlaces(Rectangle2D picture) {
    this.picture = picture;
  }

  /** As the style says, whatever is around. */
  static LabelPlace first(Label label, Label.Spot spot) {
    return place(label, spot);
  }

  List<LabelPlace> list(Label label, Label.Spot spot) {
    List<LabelPlace> places = new ArrayList<>();
    boolean partials = label.options().partials();
    if (!partials && !covers(spot.x(), spot.y())) {
      return places;
    }
    LabelPlace first = place(label, spot);
    if (partials || picture.contains(first.bounds())) {
      places.add(first);
    } else {
      LabelPlace mirrored = place(label, mirrored(spot));
      if (spot.room() == 0 && picture.contains(mirrored.bounds())) {
        places.add(mirrored);
      }
      pushInside(first, places);
    }
    around(label, spot, places);
    return places;
  }

  /** A point on the very edge counts. */
  private boolean covers(double x, double y) {
    return x >= 0
        && y >= 0
        && x <= picture.getMaxX() + picture.getMinX()
        && y <= picture.getMaxY() + picture.getMinY();
  }

  private void pushInside(LabelPlace place, List<LabelPlace> places) {
    Rectangle2D box = place.bounds();
    double dx =
        Math.max(0, picture.getMinX() - box.getMinX())
            - Math.max(0, box.getMaxX() - picture.getMaxX());
    double dy =
        Math.max(0, picture.getMinY() - box.getMinY())
            - Math.max(0, box.getMaxY() - picture.getMaxY());
    LabelPlace moved = place.moved(dx, dy);
    Rectangle2D now = moved.bounds();
    boolean fits =
        now.getMinX() >= picture.getMinX() - NEAR
            && now.getMinY() >= picture.getMinY() - NEAR
            && now.getMaxX() <= picture.getMaxX() + NEAR
            && now.getMaxY() <= picture.getMaxY() + NEAR;
    if (fits) {
      places.add(moved);
    }
  }

  private static Label.Spot mirrored(Label.Spot spot) {
    return new Label.Spot(
        spot.x(),
        spot.y(),
        spot.room(),
        1 - spot.anchorX(),
        spot.anchorY(),
        -spot.moveX(),
        spot.moveY(),
        spot.rotation());
  }

  private void around(Label label, Label.Spot spot, List<LabelPlace> places) {
    double furthest = label.options().maxDisplacement();
    if (furthest <= 0) {
      return;
    }
    double step = Math.max(SMALLEST_STEP, label.look().text().fontSize() / 2);
    for (double radius = Math.min(step, furthest); radius <= furthest; radius += step) {
      for (int i = 0; i < DIRECTIONS; i++) {
        double angle = 2 * Math.PI * i / DIRECTIONS;
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        Label.Spot next =
            new Label.Spot(
                spot.x(),
                spot.y(),
                spot.room(),
                (1 - cos) / 2,
                (1 - sin) / 2,
                radius * cos,
                radius * sin,
                spot.rotation());
        LabelPlace place = place(label, next);
        if (label.options().partials() || picture.contains(place.bounds())) {
          places.add(place);
        }
      }
    }
  }

  private static LabelPlace place(Label label, Label.Spot spot) {
    TextBlock text = label.look().text();
    AffineTransform to = AffineTransform.getTranslateInstance(spot.x(), spot.y());
    to.translate(spot.moveX(), -spot.moveY());
    to.rotate(spot.rotation());
    to.translate(-spot.anchorX() * text.width(), (spot.anchorY() - 1) * text.height());
    return new LabelPlace(text.outline(), to, boxes(label, text, to));
  }

  /** One box for an upright label, a row of small ones for a turned label. */
  private static List<Rectangle2D> boxes(Label label, TextBlock text, AffineTransform to) {
    double grow = label.look().haloRadius();
    double width = text.width() + 2 * grow;
    double height = text.height() + 2 * grow;
    if (label.look().shield().isPresent()) {
      Label.Shield shield = label.look().shield().get();
      double margin = 2 * label.options().graphicMargin();
      boolean fitted = !label.options().graphicResize().equals("none");
      width = Math.max(width, fitted ? width + margin : shield.graphic().width(shield.feature()));
      height =
          Math.max(height, fitted ? height + margin : shield.graphic().height(shield.feature()));
    }
    boolean upright = to.getShearX() == 0;
    int pieces = upright ? 1 : (int) Math.max(1, Math.ceil(width / height));
    List<Rectangle2D> boxes = new ArrayList<>(pieces);
    double left = (text.width() - width) / 2;
    double top = (text.height() - height) / 2;
    for (int i = 0; i < pieces; i++) {
      Rectangle2D piece =
          new Rectangle2D.Double(left + i * width / pieces, top, width / pieces, height);
      boxes.add(to.createTransformedShape(piece).getBounds2D());
    }
    return boxes;
  }
}
