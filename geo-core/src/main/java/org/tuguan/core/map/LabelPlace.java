package org.tuguan.core.map;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a label could be drawn.
 *
 * @param outline of the letters, in pixels
 * @param boxes what it covers, halo included; several small ones for a turned or curved label
 */
record LabelPlace(Shape outline, List<Rectangle2D> boxes) {
  LabelPlace {
    boxes = List.copyOf(boxes);
  }

  /** Around all of it. */
  Rectangle2D bounds() {
    Rectangle2D all = (Rectangle2D) boxes.get(0).clone();
    boxes.forEach(all::add);
    return all;
  }

  LabelPlace moved(double dx, double dy) {
    AffineTransform move = AffineTransform.getTranslateInstance(dx, dy);
    List<Rectangle2D> movedBoxes =
        boxes.stream()
            .map(
                box ->
                    (Rectangle2D)
                        new Rectangle2D.Double(
                            box.getX() + dx, box.getY() + dy, box.getWidth(), box.getHeight()))
            .toList();
    return new LabelPlace(move.createTransformedShape(outline), movedBoxes);
  }

  void draw(Graphics2D graphics, Label label) {
    Label.Look look = label.look();
    look.shield().ifPresent(shield -> drawShield(graphics, shield, label));
    if (look.haloRadius() > 0 && look.halo().getAlpha() > 0) {
      graphics.setColor(look.halo());
      graphics.setStroke(
          new BasicStroke(
              (float) (2 * look.haloRadius()), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
      graphics.draw(outline);
    }
    graphics.setColor(look.fill());
    graphics.fill(outline);
  }

  private void drawShield(Graphics2D graphics, Label.Shield shield, Label label) {
    Rectangle2D ink = outline.getBounds2D();
    GraphicSymbol graphic = shield.graphic();
    double height = graphic.height(shield.feature());
    double width = graphic.width(shield.feature());
    double margin = 2 * label.options().graphicMargin();
    double fitX = (ink.getWidth() + margin) / width;
    double fitY = (ink.getHeight() + margin) / height;
    AffineTransform before = graphics.getTransform();
    graphics.translate(ink.getCenterX(), ink.getCenterY());
    if (label.options().graphicResize().equals("stretch")) {
      graphics.scale(fitX, fitY);
    } else if (label.options().graphicResize().equals("proportional")) {
      graphics.scale(Math.max(fitX, fitY), Math.max(fitX, fitY));
    }
    graphic.draw(graphics, 0, 0, 0, shield.feature());
    graphics.setTransform(before);
  }
}
