package org.tuguan.core.print;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;

/**
 * A chart of one series: a bar or a point for each label, from zero up.
 *
 * @param kind bars for amounts, a line for what goes on in time
 * @param labels under the values, as many as those
 * @param values not negative
 */
public record SeriesChart(Kind kind, List<String> labels, List<Double> values)
    implements Block.Painter {
  private static final double LEFT = 58;
  private static final double BELOW = 18;
  private static final double ABOVE = 8;
  private static final Color INK = new Color(0x1b1f24);
  private static final Color GRID = new Color(0xd5dbe1);
  private static final Color FILL = new Color(0x1f6f8b);

  /** How values are drawn. */
  public enum Kind {
    BARS,
    LINE
  }

  public SeriesChart {
    labels = List.copyOf(labels);
    values = List.copyOf(values);
    if (labels.size() != values.size() || values.stream().anyMatch(value -> !(value >= 0))) {
      throw new IllegalArgumentException("one value, not negative, for each label");
    }
  }

  @Override
  public void paint(Graphics2D graphics, double width, double height) {
    graphics.setFont(new Font("Noto Sans CJK TC", Font.PLAIN, 8));
    double most = roundUp(values.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    double ground = height - BELOW;
    double room = ground - ABOVE;
    grid(graphics, width, ground, most);
    double step = (width - LEFT) / Math.max(1, values.size());
    Path2D line = new Path2D.Double();
    for (int i = 0; i < values.size(); i++) {
      double tall = room * values.get(i) / most;
      double middle = LEFT + step * (i + 0.5);
      graphics.setColor(FILL);
      if (kind == Kind.BARS) {
        double thick = Math.min(step * 0.7, 48);
        graphics.fill(new Rectangle2D.Double(middle - thick / 2, ground - tall, thick, tall));
      } else if (i == 0) {
        line.moveTo(middle, ground - tall);
      } else {
        line.lineTo(middle, ground - tall);
      }
      label(graphics, i, middle, step, height);
    }
    if (kind == Kind.LINE && !values.isEmpty()) {
      graphics.setColor(FILL);
      graphics.setStroke(new BasicStroke(1.6f));
      graphics.draw(line);
    }
  }

  private static void grid(Graphics2D graphics, double width, double bottom, double most) {
    for (int i = 0; i <= 4; i++) {
      double y = bottom - (bottom - ABOVE) * i / 4;
      graphics.setColor(GRID);
      graphics.setStroke(new BasicStroke(0.5f));
      graphics.draw(new Line2D.Double(LEFT, y, width, y));
      graphics.setColor(INK);
      String text = String.format(Locale.ROOT, "%,.10f", most * i / 4).replaceAll("\\.?0+$", "");
      graphics.drawString(
          text, (float) (LEFT - 4 - graphics.getFontMetrics().stringWidth(text)), (float) y + 3);
    }
  }

  /** As many labels as there is room for. */
  private void label(Graphics2D graphics, int index, double middle, double step, double height) {
    int widest =
        labels.stream().mapToInt(graphics.getFontMetrics()::stringWidth).max().orElse(0) + 4;
    int every = (int) Math.max(1, Math.ceil(widest / step));
    if (index % every == 0) {
      graphics.setColor(INK);
      int wide = graphics.getFontMetrics().stringWidth(labels.get(index));
      graphics.drawString(labels.get(index), (float) (middle - wide / 2.0), (float) height - 6);
    }
  }

  private static double roundUp(double value) {
    if (value <= 0) {
      return 4;
    }
    double magnitude = Math.pow(10, Math.floor(Math.log10(value)));
    for (double nice : new double[] {1, 2, 4, 5, 8}) {
      if (nice * magnitude >= value) {
        return nice * magnitude;
      }
    }
    return 10 * magnitude;
  }
}
