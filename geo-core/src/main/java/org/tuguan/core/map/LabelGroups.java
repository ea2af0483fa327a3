package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.operation.linemerge.LineMerger;

/**
 * Makes one label of all that have the same text, where the style groups them: the widest polygon,
 * or the lines joined end to end, so that a road drawn in a hundred pieces has its name once.
 */
final class LabelGroups {
  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** Ends of lines nearer than this, in pixels, are taken as one. */
  private static final double SNAP = 0.5;

  private record Key(int layer, String text, double fontSize, boolean line) {}

  private LabelGroups() {}

  static List<Label> merge(List<Label> labels) {
    List<Label> merged = new ArrayList<>();
    Map<Key, List<Label>> groups = new LinkedHashMap<>();
    for (Label label : labels) {
      if (label.options().group()) {
        TextBlock text = label.look().text();
        boolean line = label.target() instanceof Label.Lines;
        Key key = new Key(label.layer(), text.text(), text.fontSize(), line);
        groups.computeIfAbsent(key, unused -> new ArrayList<>()).add(label);
      } else {
        merged.add(label);
      }
    }
    groups.forEach((key, group) -> merged.add(key.line() ? lines(group) : spot(group)));
    return merged;
  }

  private static Label spot(List<Label> group) {
    Comparator<Label> order =
        Comparator.comparingDouble(Label::priority)
            .thenComparingDouble(label -> ((Label.Spot) label.target()).room())
            .thenComparingDouble(label -> -((Label.Spot) label.target()).y())
            .thenComparingDouble(label -> -((Label.Spot) label.target()).x());
    return group.stream().max(order).orElseThrow();
  }

  private static Label lines(List<Label> group) {
    Label first = group.stream().max(Comparator.comparingDouble(Label::priority)).orElseThrow();
    Label.Lines target = (Label.Lines) first.target();
    LineMerger merger = new LineMerger();
    for (Label label : group) {
      for (double[] piece : ((Label.Lines) label.target()).pieces()) {
        merger.add(line(piece));
      }
    }
    List<double[]> pieces = new ArrayList<>();
    for (Object merged : merger.getMergedLineStrings()) {
      pieces.add(coordinates((LineString) merged));
    }
    if (pieces.isEmpty()) {
      return first;
    }
    pieces.sort(
        Comparator.comparingDouble((double[] piece) -> new LinePath(piece).length())
            .reversed()
            .thenComparingDouble(piece -> piece[0])
            .thenComparingDouble(piece -> piece[1]));
    return new Label(
        first.look(),
        new Label.Lines(
            pieces, target.offset(), target.repeated(), target.gap(), target.initialGap()),
        first.options(),
        first.priority(),
        first.layer());
  }

  private static LineString line(double[] piece) {
    Coordinate[] coordinates = new Coordinate[piece.length / 2];
    for (int i = 0; i < coordinates.length; i++) {
      coordinates[i] = new Coordinate(piece[2 * i], piece[2 * i + 1]);
    }
    snap(coordinates[0]);
    snap(coordinates[coordinates.length - 1]);
    return GEOMETRIES.createLineString(coordinates);
  }

  private static void snap(Coordinate end) {
    end.x = Math.rint(end.x / SNAP) * SNAP;
    end.y = Math.rint(end.y / SNAP) * SNAP;
  }

  private static double[] coordinates(LineString line) {
    double[] xy = new double[2 * line.getNumPoints()];
    for (int i = 0; i < line.getNumPoints(); i++) {
      xy[2 * i] = line.getCoordinateN(i).x;
      xy[2 * i + 1] = line.getCoordinateN(i).y;
    }
    return xy;
  }
}
