package org.tuguan.core.map;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * Where a label could be drawn.
 *
 * @param letters their outline before it is moved; not to be changed
 * @param at brings it to its place, in pixels; not to be changed
 * @param boxes what it covers, halo included; several small ones for a turned or curved label
 */
record LabelPlace(Shape letters, AffineTransform at, List<Rectangle2D> boxes) {
  private static final double LARGEST_HALO = 16;

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
    move.concatenate(at);
    List<Rectangle2D> movedBoxes =
        boxes.stream()
            .map(
                box ->
                    (Rectangle2D)
                        new Rectangle2D.Double(
                            box.getX() + dx, box.getY() + dy, box.getWidth(), box.getHeight()))
            .toList();
    return new LabelPlace(letters, move, movedBoxes);
  }

  void draw(Canvas canvas, Label label, StampLibrary stamps) {
    Label.Look look = label.look();
    boolean plain =
        look.shield().isEmpty()
            && (at.getType() & ~AffineTransform.TYPE_TRANSLATION) == 0
            && letters == look.text().outline();
    if (plain && look.haloRadius() <= LARGEST_HALO) {
      stamp(canvas, look, stamps);
      return;
    }
    Graphics2D graphics = canvas.graphics();
    Shape outline = at.createTransformedShape(letters);
    look.shield().ifPresent(shield -> drawShield(graphics, shield, label, outline));
    draw(graphics, look, outline);
  }

  /** What a stamp depends on. */
  private record Print(TextBlock text, Color fill, Color halo, double haloRadius, int phase) {}

  private void stamp(Canvas canvas, Label.Look look, StampLibrary stamps) {
    double x = at.getTranslateX();
    double y = at.getTranslateY();
    int phase = PixelStamp.phase(y) * PixelStamp.PHASES + PixelStamp.phase(x);
    Print print = new Print(look.text(), look.fill(), look.halo(), look.haloRadius(), phase);
    canvas.stamp(
        stamps.get(print, () -> print(look, phase)), PixelStamp.pixel(x), PixelStamp.pixel(y));
  }

  private PixelStamp print(Label.Look look, int phase) {
    AffineTransform inPixel =
        AffineTransform.getTranslateInstance(
            (double) (phase % PixelStamp.PHASES) / PixelStamp.PHASES,
            (double) (phase / PixelStamp.PHASES) / PixelStamp.PHASES);
    Shape outline = inPixel.createTransformedShape(letters);
    Rectangle2D ink = outline.getBounds2D();
    double grow = look.haloRadius() + 1;
    return PixelStamp.draw(
        (int) Math.floor(ink.getMinX() - grow),
        (int) Math.floor(ink.getMinY() - grow),
        (int) Math.ceil(ink.getMaxX() + grow),
        (int) Math.ceil(ink.getMaxY() + grow),
        graphics -> draw(graphics, look, outline));
  }

  private static void draw(Graphics2D graphics, Label.Look look, Shape outline) {
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

  private static void drawShield(
      Graphics2D graphics, Label.Shield shield, Label label, Shape outline) {
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
