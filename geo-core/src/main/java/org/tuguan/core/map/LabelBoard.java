package org.tuguan.core.map;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The labels of all layers of one picture: collected while layers are drawn, placed by priority
 * when all are known, so that no label covers another. The same labels always get the same places,
 * whatever order features came in. Belongs to one thread.
 */
final class LabelBoard {
  private static final int MOST = 50_000;

  /** Labels keep so many pixels away from the edge of the picture. */
  private static final double EDGE = 1;

  /** Enough to tell any two labels apart that do not look the same. */
  private static final Comparator<Label> ORDER =
      Comparator.comparingDouble(Label::priority)
          .reversed()
          .thenComparing(Comparator.comparingInt(Label::layer).reversed())
          .thenComparing(label -> label.look().text().text())
          .thenComparingDouble(label -> position(label)[1])
          .thenComparingDouble(label -> position(label)[0]);

  private final Rectangle2D picture;
  private final int buffer;
  private final StampLibrary stamps;
  private final List<Label> labels = new ArrayList<>();
  private final CollisionGrid taken = new CollisionGrid();
  private int layer;

  /**
   * @param buffer 0, or how far around the picture labels are placed
   */
  LabelBoard(int width, int height, int buffer, StampLibrary stamps) {
    this.stamps = stamps;
    this.picture = new Rectangle2D.Double(0, 0, width, height);
    this.buffer = buffer;
  }

  int buffer() {
    return buffer;
  }

  Rectangle2D picture() {
    return picture;
  }

  /** Labels that come from now on belong to the next layer above. */
  void nextLayer() {
    layer++;
  }

  int layer() {
    return layer;
  }

  /** No label of any layer will cover this. */
  void keepFree(Rectangle2D box) {
    taken.add(List.of(box));
  }

  /** False if there are too many already. */
  boolean add(Label label) {
    if (labels.size() >= MOST) {
      return false;
    }
    labels.add(label);
    return true;
  }

  void draw(BufferedImage map, Deadline deadline) {
    if (labels.isEmpty()) {
      return;
    }
    Canvas canvas = new Canvas(map);
    if (buffer > 0) {
      drawShared(canvas, deadline);
    } else {
      drawAlone(canvas, deadline);
    }
    canvas.dispose();
  }

  /** What lies beyond the edges, the neighbours draw. */
  private void drawShared(Canvas canvas, Deadline deadline) {
    List<Label> sorted = new ArrayList<>(labels);
    sorted.sort(ORDER);
    SharedLabels shared = new SharedLabels(picture, buffer, taken);
    for (Label label : sorted) {
      deadline.tick();
      shared.add(label);
    }
    for (SharedLabels.Candidate each : shared.chosen()) {
      if (each.place().bounds().intersects(picture)) {
        each.place().draw(canvas, each.label(), stamps);
      }
    }
  }

  private void drawAlone(Canvas canvas, Deadline deadline) {
    Rectangle2D inner =
        new Rectangle2D.Double(
            EDGE, EDGE, picture.getWidth() - 2 * EDGE, picture.getHeight() - 2 * EDGE);
    SpotPlaces spots = new SpotPlaces(inner);
    LinePlaces lines = new LinePlaces(inner, false);
    List<Label> sorted = new ArrayList<>(LabelGroups.merge(labels));
    sorted.sort(ORDER);
    for (Label label : sorted) {
      deadline.check();
      if (label.target() instanceof Label.Spot spot) {
        drawFirstFree(label, spots.list(label, spot), canvas);
      } else if (label.target() instanceof Label.Lines line) {
        for (List<LabelPlace> places : lines.list(label, line)) {
          drawFirstFree(label, places, canvas);
        }
      }
    }
  }

  private void drawFirstFree(Label label, List<LabelPlace> places, Canvas canvas) {
    for (LabelPlace place : places) {
      if (!label.options().conflictResolution()) {
        place.draw(canvas, label, stamps);
        return;
      }
      if (taken.free(place.boxes(), label.options().spaceAround())) {
        taken.add(place.boxes());
        place.draw(canvas, label, stamps);
        return;
      }
    }
  }

  private static double[] position(Label label) {
    if (label.target() instanceof Label.Spot spot) {
      return new double[] {spot.x(), spot.y()};
    }
    return ((Label.Lines) label.target()).pieces().get(0);
  }
}
