package org.tuguan.core.map;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Places for labels along lines: the middle of the longest piece first, then towards its ends; in
 * reading direction; letter by letter or, if the style does not follow the line, in one straight
 * piece.
 */
final class LinePlaces {
  private static final int TRIES = 8;

  private final Rectangle2D picture;
  private final boolean firstOnly;

  /**
   * @param picture labels stay inside
   * @param firstOnly one place for each label is enough
   */
  LinePlaces(Rectangle2D picture, boolean firstOnly) {
    this.picture = picture;
    this.firstOnly = firstOnly;
  }

  /**
   * One list for each label that the line should get; the first free place of each list is used.
   */
  List<List<LabelPlace>> list(Label label, Label.Lines lines) {
    List<List<LabelPlace>> slots = new ArrayList<>();
    double length = label.look().text().length();
    List<LinePath> paths =
        lines.pieces().stream()
            .map(LinePath::new)
            .filter(path -> path.length() >= length)
            .sorted(Comparator.comparingDouble(LinePath::length).reversed())
            .toList();
    boolean all = lines.repeated() || label.options().repeat() > 0;
    if (!all && !label.options().labelAllGroup() && !paths.isEmpty()) {
      List<LabelPlace> places = new ArrayList<>();
      paths.forEach(path -> search(label, lines, path, path.length() / 2, length, places));
      return List.of(places);
    }
    for (LinePath path : paths) {
      for (double middle : middles(label, lines, path, length)) {
        List<LabelPlace> places = new ArrayList<>();
        search(label, lines, path, middle, length / 2, places);
        slots.add(places);
      }
    }
    return slots;
  }

  private static List<Double> middles(
      Label label, Label.Lines lines, LinePath path, double length) {
    double step = Math.max(length, label.options().repeat());
    List<Double> middles = new ArrayList<>();
    if (lines.repeated()) {
      step = Math.max(step, length + lines.gap());
      double start = lines.initialGap() + length / 2;
      for (double at = start; at + length / 2 <= path.length(); at += step) {
        middles.add(at);
      }
    } else if (label.options().repeat() > 0) {
      int count = (int) Math.max(1, Math.floor((path.length() - length) / step) + 1);
      for (int i = 0; i < count; i++) {
        middles.add(path.length() / 2 + (i - (count - 1) / 2.0) * step);
      }
    } else {
      middles.add(path.length() / 2);
    }
    return middles;
  }

  /** Tries a middle, then away from it on both sides. */
  private void search(
      Label label,
      Label.Lines lines,
      LinePath path,
      double middle,
      double furthest,
      List<LabelPlace> places) {
    double half = label.look().text().length() / 2;
    for (int i = 0; i <= 2 * TRIES && !(firstOnly && !places.isEmpty()); i++) {
      double side = i % 2 == 0 ? 1 : -1;
      double at = middle + side * ((i + 1) / 2) * furthest / TRIES;
      if (at - half >= 0 && at + half <= path.length()) {
        place(label, lines, path, at).filter(each -> fits(label, each)).ifPresent(places::add);
      }
    }
  }

  private boolean fits(Label label, LabelPlace place) {
    return label.options().partials() || picture.contains(place.bounds());
  }

  private static Optional<LabelPlace> place(
      Label label, Label.Lines lines, LinePath path, double middle) {
    double half = label.look().text().length() / 2;
    double[] from = path.at(middle - half);
    double[] to = path.at(middle + half);
    boolean backwards = to[0] < from[0] && label.options().forceLeftToRight();
    LinePath reading = backwards ? path.reversed() : path;
    double start = (backwards ? path.length() - middle : middle) - half;
    return label.options().followLine()
        ? curved(label, reading, start, lines.offset())
        : straight(label, reading, start, lines.offset());
  }

  private static Optional<LabelPlace> curved(
      Label label, LinePath path, double start, double offset) {
    TextBlock text = label.look().text();
    Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    List<Rectangle2D> boxes = new ArrayList<>();
    double last = Double.NaN;
    for (int i = 0; i < text.letters(); i++) {
      double[] from = path.at(start + text.start(i));
      double[] to = path.at(start + text.start(i + 1));
      double angle = Math.atan2(to[1] - from[1], to[0] - from[0]);
      double turn = Math.abs(Math.IEEEremainder(angle - last, 2 * Math.PI));
      if (turn > Math.toRadians(label.options().maxAngleDelta())) {
        return Optional.empty();
      }
      last = angle;
      double width = text.start(i + 1) - text.start(i);
      AffineTransform turnTo =
          AffineTransform.getTranslateInstance((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
      turnTo.rotate(angle);
      turnTo.translate(0, -offset);
      outline.append(turnTo.createTransformedShape(text.letter(i)), false);
      boxes.add(box(label, width, turnTo));
    }
    return boxes.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelPlace(outline, new AffineTransform(), boxes));
  }

  /** Along the chord, if the line does not bend away from it by more than the letters' height. */
  private static Optional<LabelPlace> straight(
      Label label, LinePath path, double start, double offset) {
    TextBlock text = label.look().text();
    double[] from = path.at(start);
    double[] to = path.at(start + text.length());
    double chord = Math.hypot(to[0] - from[0], to[1] - from[1]);
    if (chord < text.length() - text.fontSize() / 2) {
      return Optional.empty();
    }
    AffineTransform turnTo =
        AffineTransform.getTranslateInstance((from[0] + to[0]) / 2, (from[1] + to[1]) / 2);
    turnTo.rotate(Math.atan2(to[1] - from[1], to[0] - from[0]));
    turnTo.translate(-text.length() / 2, -offset);
    Path2D.Double outline = new Path2D.Double(Path2D.WIND_NON_ZERO);
    List<Rectangle2D> boxes = new ArrayList<>();
    for (int i = 0; i < text.letters(); i++) {
      AffineTransform letter = new AffineTransform(turnTo);
      letter.translate((text.start(i) + text.start(i + 1)) / 2, 0);
      outline.append(letter.createTransformedShape(text.letter(i)), false);
      boxes.add(box(label, text.start(i + 1) - text.start(i), letter));
    }
    return boxes.isEmpty()
        ? Optional.empty()
        : Optional.of(new LabelPlace(outline, new AffineTransform(), boxes));
  }

  private static Rectangle2D box(Label label, double width, AffineTransform at) {
    double grow = label.look().haloRadius();
    double height = label.look().text().height();
    return at.createTransformedShape(
            new Rectangle2D.Double(
                -width / 2 - grow, -height / 2 - grow, width + 2 * grow, height + 2 * grow))
        .getBounds2D();
  }
}
