package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.geotools.api.style.RasterSymbolizer;
import org.geotools.api.style.Symbolizer;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.GeometryKind;

/**
 * Draws legends: a line for each entry, its symbol at the left and its title at the right; for a
 * raster the steps of its colour map. Safe for any thread.
 */
public final class LegendRenderer {
  private static final List<String> FAMILIES =
      List.of("Noto Sans CJK TC", "Noto Sans TC", "sans-serif");
  private static final int TEXT_SIZE = 12;
  private static final int EDGE = 4;
  private static final int GAP = 6;
  private static final int BETWEEN = 4;
  private static final int MOST_ROWS = 250;
  private static final int MOST_PIXELS = 8_000_000;
  private static final Color TEXT = new Color(0x333333);
  private static final FontRenderContext METRICS = new FontRenderContext(null, true, true);

  private final LegendSymbol symbols;
  private final LegendRamp ramps = new LegendRamp();
  private final FontLibrary fonts;

  public LegendRenderer(MapRenderer renderer, FontLibrary fonts) {
    this.symbols = new LegendSymbol(renderer);
    this.fonts = Objects.requireNonNull(fonts);
  }

  /** A line of the picture. */
  private record Row(String text, Font font, Swatch swatch, boolean joined) {}

  /** Paints a symbol when the picture is there. */
  private interface Swatch {
    void paint(Graphics2D graphics, int x, int y);
  }

  /**
   * Size of the picture, without drawing it.
   *
   * @throws RequestException as {@link #draw}
   */
  public Dimension size(LegendRequest request) {
    return size(request, rows(request));
  }

  private static int pixels(double length, LegendRequest request) {
    return (int) Math.ceil(length * request.pixelRatio());
  }

  /**
   * TYPE_INT_ARGB if transparent, otherwise TYPE_INT_RGB.
   *
   * @throws RequestException on RULE if the style has no such rule, on HEIGHT if the picture would
   *     be too large
   */
  public BufferedImage draw(LegendRequest request) {
    List<Row> rows = rows(request);
    Dimension size = size(request, rows);
    if ((long) size.width * size.height > MOST_PIXELS) {
      throw new RequestException(
          Fault.TOO_LARGE, "HEIGHT", "the legend would be too large; ask for smaller symbols");
    }
    BufferedImage picture =
        new BufferedImage(
            size.width,
            size.height,
            request.transparent() ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = picture.createGraphics();
    graphics.scale(request.pixelRatio(), request.pixelRatio());
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setRenderingHint(
        RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
    if (!request.transparent()) {
      graphics.setColor(Color.WHITE);
      graphics.fillRect(0, 0, size.width, size.height);
    }
    int y = EDGE;
    for (Row row : rows) {
      paint(row, request, graphics, y);
      y += height(row, request);
    }
    graphics.dispose();
    return picture;
  }

  private void paint(Row row, LegendRequest request, Graphics2D graphics, int y) {
    int high = rowHeight(request);
    row.swatch.paint(graphics, EDGE, row.joined ? y : y + (high - request.symbolHeight()) / 2);
    graphics.setColor(TEXT);
    graphics.setFont(row.font);
    float baseline = y + high / 2f + TEXT_SIZE * 0.36f;
    graphics.drawString(row.text, EDGE + request.symbolWidth() + GAP, baseline);
  }

  private static Dimension size(LegendRequest request, List<Row> rows) {
    double text = 0;
    int height = 2 * EDGE;
    for (Row row : rows) {
      text = Math.max(text, row.font.getStringBounds(row.text, METRICS).getWidth());
      height += height(row, request);
    }
    if (!rows.isEmpty() && !rows.get(rows.size() - 1).joined) {
      height -= BETWEEN;
    }
    int beside = text > 0 ? GAP + (int) Math.ceil(text) : 0;
    return new Dimension(
        pixels(2 * EDGE + request.symbolWidth() + beside, request),
        pixels(Math.max(1, height), request));
  }

  private static int height(Row row, LegendRequest request) {
    return rowHeight(request) + (row.joined ? 0 : BETWEEN);
  }

  private static int rowHeight(LegendRequest request) {
    return Math.max(request.symbolHeight(), TEXT_SIZE + 4);
  }

  private List<Row> rows(LegendRequest request) {
    Legend legend = Legend.of(request.style(), request.rule(), request.scale());
    List<Row> rows = new ArrayList<>();
    for (Legend.Entry entry : legend.entries()) {
      Optional<RasterSymbolizer> raster = raster(entry);
      if (raster.isPresent()) {
        rampRows(entry, raster.get(), request, rows);
      } else {
        rows.add(symbolRow(entry, request));
      }
    }
    return rows.size() > MOST_ROWS ? rows.subList(0, MOST_ROWS) : rows;
  }

  private static Optional<RasterSymbolizer> raster(Legend.Entry entry) {
    for (Legend.Placed placed : entry.rules()) {
      for (Symbolizer symbolizer : placed.rule().symbolizers()) {
        if (symbolizer instanceof RasterSymbolizer raster) {
          return Optional.of(raster);
        }
      }
    }
    return Optional.empty();
  }

  private Row symbolRow(Legend.Entry entry, LegendRequest request) {
    int width = request.symbolWidth();
    int height = request.symbolHeight();
    GeometryKind kind = request.kind().orElse(GeometryKind.MIXED);
    return row(
        entry.title().in(request.locale()),
        (graphics, x, y) ->
            graphics.drawImage(
                symbols.draw(entry, kind, width, height, request.pixelRatio()),
                x,
                y,
                width,
                height,
                null),
        false);
  }

  private void rampRows(
      Legend.Entry entry, RasterSymbolizer raster, LegendRequest request, List<Row> rows) {
    String title = entry.title().in(request.locale());
    if (!title.isEmpty()) {
      rows.add(row(title, (graphics, x, y) -> {}, false));
    }
    List<LegendRamp.Step> steps = ramps.steps(raster);
    int height = rowHeight(request);
    for (int i = 0; i < steps.size(); i++) {
      LegendRamp.Step step = steps.get(i);
      Color from =
          i == 0 ? step.colour() : LegendRamp.between(steps.get(i - 1).colour(), step.colour());
      Color to =
          i == steps.size() - 1
              ? step.colour()
              : LegendRamp.between(step.colour(), steps.get(i + 1).colour());
      rows.add(
          row(
              step.label().in(request.locale()),
              (graphics, x, y) ->
                  step.paint(
                      graphics, new Rectangle(x, y, request.symbolWidth(), height), from, to),
              true));
    }
  }

  private Row row(String text, Swatch swatch, boolean joined) {
    Font font = fonts.find(FAMILIES, Font.PLAIN, TEXT_SIZE, text);
    return new Row(text, font, swatch, joined);
  }
}
