package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.map.LayerStyle.ActiveRule;
import org.tuguan.core.map.LayerStyle.Pass;
import org.tuguan.core.map.PixelShape.Kind;
import org.tuguan.core.snapshot.LayerView;
import org.tuguan.core.snapshot.PartKind;
import org.tuguan.core.snapshot.RenderSnapshot;

/**
 * Draws a layer that is in memory, pass by pass: of opaque colours rule by rule, so that few masks
 * are needed at a time, otherwise feature by feature. What is smaller than a pixel is drawn by its
 * box, without a look at its coordinates. Belongs to one thread.
 */
final class SnapshotDrawing {
  private static final int MOST_DOTS = 256;

  private final PixelGrid grid;
  private final ShapeReader reader;
  private final StyleScope scope;
  private final Deadline deadline;
  private final RuleMemory memory;
  private final PixelShape shape = new PixelShape();
  private final double[] box = new double[4];
  private final Dots dots = new Dots(MOST_DOTS);

  /**
   * What may be seen of one snapshot.
   *
   * @param items features and runs
   * @param choices one for each pass
   */
  private record Rows(RenderSnapshot snapshot, int[] items, List<RuleChoice> choices) {}

  SnapshotDrawing(
      PixelGrid grid, ShapeReader reader, StyleScope scope, Deadline deadline, RuleMemory memory) {
    this.grid = grid;
    this.reader = reader;
    this.scope = scope;
    this.deadline = deadline;
    this.memory = memory;
  }

  /**
   * @param query gives the area and the filter
   */
  void draw(LayerView view, Query query, LayerStyle style, BufferedImage map) {
    long pixels = (long) map.getWidth() * map.getHeight();
    boolean runs =
        style.passes().stream().allMatch(pass -> pass.gathers(pixels, true) && pass.takesDots());
    List<Rows> found = find(view, query, style, runs);
    for (int i = 0; i < style.passes().size(); i++) {
      Pass pass = style.passes().get(i);
      Canvas canvas = new Canvas(map);
      canvas.gather(pass.gathers(pixels, true));
      if (canvas.gathering()) {
        drawByRule(pass, i, found, canvas);
      } else {
        drawByFeature(pass, i, found, canvas);
      }
      canvas.dispose();
    }
  }

  private List<Rows> find(LayerView view, Query query, LayerStyle style, boolean runs) {
    RowFinder finder = new RowFinder(grid);
    List<Rows> found = new ArrayList<>();
    for (LayerView.Part part : view.parts()) {
      List<RuleChoice> choices =
          style.passes().stream()
              .map(pass -> new RuleChoice(part.snapshot(), pass, memory))
              .toList();
      int[] items = runs ? finder.items(part, query, choices) : finder.features(part, query);
      found.add(new Rows(part.snapshot(), items, choices));
    }
    return found;
  }

  private void drawByRule(Pass pass, int number, List<Rows> found, Canvas canvas) {
    List<int[]> choices = found.stream().map(rows -> choose(rows, number)).toList();
    for (int i = 0; i < pass.rules().size(); i++) {
      ActiveRule rule = pass.rules().get(i);
      for (int at = 0; at < found.size(); at++) {
        draw(rule, i, found.get(at), choices.get(at), canvas);
      }
      rule.painters().forEach(painter -> painter.finish(canvas));
    }
  }

  private void draw(ActiveRule rule, int bit, Rows rows, int[] chosen, Canvas canvas) {
    RenderSnapshot snapshot = rows.snapshot();
    boolean dotted = rule.takesDots();
    for (int row = 0; row < chosen.length; row++) {
      if ((chosen[row] >> bit & 1) != 0) {
        int item = rows.items()[row];
        deadline.tick();
        if (dotted && tiny(snapshot, item)) {
          add(snapshot, item);
          if (dots.full()) {
            paintDots(rule, canvas);
          }
        } else {
          read(snapshot, item);
          paint(rule, snapshot, item, canvas);
        }
      }
    }
    paintDots(rule, canvas);
  }

  private void paintDots(ActiveRule rule, Canvas canvas) {
    if (!dots.empty()) {
      rule.painters().forEach(painter -> painter.paint(dots, canvas));
      dots.clear();
    }
  }

  private int[] choose(Rows rows, int pass) {
    RuleChoice choice = rows.choices().get(pass);
    int[] chosen = new int[rows.items().length];
    for (int row = 0; row < chosen.length; row++) {
      chosen[row] = choice(choice, rows, row);
    }
    return chosen;
  }

  private int choice(RuleChoice choice, Rows rows, int row) {
    try {
      return choice.of(rows.snapshot().first(rows.items()[row]));
    } catch (RequestException e) {
      throw e;
    } catch (RuntimeException e) {
      problem(RenderProblems.Code.SYMBOL, rows.snapshot(), rows.items()[row], e);
      return 0;
    }
  }

  private void drawByFeature(Pass pass, int number, List<Rows> found, Canvas canvas) {
    for (Rows rows : found) {
      int[] chosen = choose(rows, number);
      for (int row = 0; row < chosen.length; row++) {
        if (chosen[row] != 0) {
          deadline.tick();
          read(rows.snapshot(), rows.items()[row]);
        }
        for (int rules = chosen[row]; rules != 0; rules &= rules - 1) {
          ActiveRule rule = pass.rules().get(Integer.numberOfTrailingZeros(rules));
          paint(rule, rows.snapshot(), rows.items()[row], canvas);
        }
      }
    }
    for (ActiveRule rule : pass.rules()) {
      rule.painters().forEach(painter -> painter.finish(canvas));
    }
  }

  /** True if it is smaller than a pixel and has no point; then its box is at hand. */
  private boolean tiny(RenderSnapshot snapshot, int item) {
    double width = snapshot.width(item);
    double height = snapshot.height(item);
    if (width < 0 || kind(snapshot, item) == PartKind.POINT) {
      return false;
    }
    grid.toPixelBox(snapshot.minX(item), snapshot.minY(item), width, height, box);
    return box[2] < ShapeReader.DOT && box[3] < ShapeReader.DOT;
  }

  private static PartKind kind(RenderSnapshot snapshot, int item) {
    return snapshot.kind(snapshot.firstPart(snapshot.first(item)));
  }

  private void add(RenderSnapshot snapshot, int item) {
    boolean line = kind(snapshot, item) == PartKind.LINE;
    if (item < snapshot.size()) {
      dots.add(box, line, snapshot.share(item));
      return;
    }
    double scale = (box[2] + box[3]) / (snapshot.width(item) + snapshot.height(item));
    double breadth = snapshot.breadth(item) * scale;
    int count = snapshot.count(item);
    if (line) {
      dots.addLines(box, breadth, count);
    } else {
      dots.addPolygons(box, box[2] * box[3] * snapshot.share(item), breadth, count);
    }
  }

  /** Brings a feature into pixels; the shape is empty if there is nothing to draw. */
  private void read(RenderSnapshot snapshot, int feature) {
    shape.clear();
    if (snapshot.width(feature) < 0) {
      return;
    }
    if (tiny(snapshot, feature)) {
      dot(snapshot, feature);
      return;
    }
    try {
      reader.read(snapshot, feature, shape);
    } catch (RuntimeException e) {
      shape.clear();
      problem(RenderProblems.Code.GEOMETRY, snapshot, feature, e);
    }
  }

  private void dot(RenderSnapshot snapshot, int feature) {
    boolean line = kind(snapshot, feature) == PartKind.LINE;
    shape.addDot(
        line ? Kind.DOT_LINE : Kind.DOT_POLYGON,
        box[0] - box[2] / 2,
        box[1] - box[3] / 2,
        box[0] + box[2] / 2,
        box[1] + box[3] / 2,
        line ? 1 : snapshot.share(feature));
  }

  private void paint(ActiveRule rule, RenderSnapshot snapshot, int feature, Canvas canvas) {
    if (shape.empty()) {
      return;
    }
    try {
      Feature attributes = rule.reads() ? snapshot.attributesOf(feature) : null;
      boolean seen = shape.meets(canvas.width(), canvas.height(), scope.reach());
      for (SymbolPainter painter : rule.painters()) {
        if (seen || painter.labels()) {
          painter.paint(shape, attributes, canvas);
        }
      }
    } catch (RequestException e) {
      throw e;
    } catch (RuntimeException e) {
      problem(RenderProblems.Code.SYMBOL, snapshot, feature, e);
    }
  }

  private void problem(
      RenderProblems.Code code, RenderSnapshot snapshot, int feature, RuntimeException e) {
    scope.problem(code, snapshot.id(feature) + ": " + e);
  }
}
