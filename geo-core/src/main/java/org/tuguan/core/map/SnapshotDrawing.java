package org.tuguan.core.map;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.geotools.api.filter.Filter;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Feature;
import org.tuguan.core.feature.Query;
import org.tuguan.core.feature.StrictFilter;
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
  private final PixelGrid grid;
  private final ShapeReader reader;
  private final StyleScope scope;
  private final Deadline deadline;
  private final RuleMemory memory;
  private final PixelShape shape = new PixelShape();
  private final double[] box = new double[4];

  /** Rows of one snapshot that may be seen. */
  private record Rows(RenderSnapshot snapshot, int[] numbers) {}

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
    List<Rows> found = new ArrayList<>();
    for (LayerView.Part part : view.parts()) {
      found.add(new Rows(part.snapshot(), find(part, query)));
    }
    for (Pass pass : style.passes()) {
      Canvas canvas = new Canvas(map);
      canvas.gather(pass.gathers((long) map.getWidth() * map.getHeight(), true));
      if (canvas.gathering()) {
        drawByRule(pass, found, canvas);
      } else {
        drawByFeature(pass, found, canvas);
      }
      canvas.dispose();
    }
  }

  private static int[] find(LayerView.Part part, Query query) {
    RenderSnapshot snapshot = part.snapshot();
    Filter filter =
        query.filter() == Filter.INCLUDE ? null : StrictFilter.of(snapshot.type(), query.filter());
    IntList found = new IntList();
    snapshot.search(
        query.bounds().orElseThrow(),
        feature -> {
          boolean seen =
              !part.hidden().get(feature)
                  && (filter == null || filter.evaluate(snapshot.attributesOf(feature)));
          if (seen) {
            found.add(feature);
          }
          return true;
        });
    return found.toArray();
  }

  /** Grows as needed. */
  private static final class IntList {
    private int[] items = new int[256];
    private int size;

    void add(int item) {
      if (size == items.length) {
        items = Arrays.copyOf(items, 2 * size);
      }
      items[size++] = item;
    }

    int[] toArray() {
      return Arrays.copyOf(items, size);
    }
  }

  private void drawByRule(Pass pass, List<Rows> found, Canvas canvas) {
    List<int[]> choices = new ArrayList<>();
    for (Rows rows : found) {
      choices.add(choose(pass, rows));
    }
    for (int i = 0; i < pass.rules().size(); i++) {
      ActiveRule rule = pass.rules().get(i);
      for (int at = 0; at < found.size(); at++) {
        Rows rows = found.get(at);
        int[] choice = choices.get(at);
        for (int row = 0; row < choice.length; row++) {
          if ((choice[row] >> i & 1) != 0) {
            read(rows.snapshot(), rows.numbers()[row]);
            paint(rule, rows.snapshot(), rows.numbers()[row], canvas);
          }
        }
      }
      rule.painters().forEach(painter -> painter.finish(canvas));
    }
  }

  private int[] choose(Pass pass, Rows rows) {
    RuleChoice choice = new RuleChoice(rows.snapshot(), pass, memory);
    int[] chosen = new int[rows.numbers().length];
    for (int row = 0; row < chosen.length; row++) {
      chosen[row] = choice(choice, rows, row);
    }
    return chosen;
  }

  private int choice(RuleChoice choice, Rows rows, int row) {
    try {
      return choice.of(rows.numbers()[row]);
    } catch (RequestException e) {
      throw e;
    } catch (RuntimeException e) {
      problem(RenderProblems.Code.SYMBOL, rows.snapshot(), rows.numbers()[row], e);
      return 0;
    }
  }

  private void drawByFeature(Pass pass, List<Rows> found, Canvas canvas) {
    for (Rows rows : found) {
      int[] chosen = choose(pass, rows);
      for (int row = 0; row < chosen.length; row++) {
        if (chosen[row] != 0) {
          read(rows.snapshot(), rows.numbers()[row]);
        }
        for (int rules = chosen[row]; rules != 0; rules &= rules - 1) {
          ActiveRule rule = pass.rules().get(Integer.numberOfTrailingZeros(rules));
          paint(rule, rows.snapshot(), rows.numbers()[row], canvas);
        }
      }
    }
    for (ActiveRule rule : pass.rules()) {
      rule.painters().forEach(painter -> painter.finish(canvas));
    }
  }

  /** Brings a feature into pixels; the shape is empty if there is nothing to draw. */
  private void read(RenderSnapshot snapshot, int feature) {
    deadline.tick();
    shape.clear();
    double width = snapshot.width(feature);
    double height = snapshot.height(feature);
    if (width < 0) {
      return;
    }
    PartKind kind = snapshot.kind(snapshot.firstPart(feature));
    if (kind != PartKind.POINT) {
      grid.toPixelBox(snapshot.minX(feature), snapshot.minY(feature), width, height, box);
      if (box[2] < ShapeReader.DOT && box[3] < ShapeReader.DOT) {
        dot(snapshot, feature, kind);
        return;
      }
    }
    try {
      reader.read(snapshot, feature, shape);
    } catch (RuntimeException e) {
      shape.clear();
      problem(RenderProblems.Code.GEOMETRY, snapshot, feature, e);
    }
  }

  private void dot(RenderSnapshot snapshot, int feature, PartKind kind) {
    boolean line = kind == PartKind.LINE;
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
