package org.tuguan.core.map;

import java.awt.Color;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.geotools.api.style.TextSymbolizer;

/**
 * Draws nothing itself: makes labels of features and hands them to the board, which places them
 * when all layers are drawn. Belongs to one thread.
 */
final class LabelCollector implements SymbolPainter {
  /** Where a style says nothing, as GeoServer has it. */
  private static final double PRIORITY = 1000;

  private static final double FONT_SIZE = 10;
  private static final double LARGEST_FONT = 1000;
  private static final int LONGEST = 400;

  private final StyleScope scope;
  private final LabelBoard board;
  private final LabelOptions options;
  private final double unit;
  private final StyleValue<String> text;
  private final List<StyleValue<String>> families = new ArrayList<>();
  private final StyleValue<Double> fontSize;
  private final StyleValue<String> fontStyle;
  private final StyleValue<String> fontWeight;
  private final StyleValue<Color> fill;
  private final StyleValue<Double> fillOpacity;
  private final StyleValue<Color> halo;
  private final StyleValue<Double> haloOpacity;
  private final StyleValue<Double> haloRadius;
  private final StyleValue<Double> priority;
  private final GraphicSymbol shield;
  private final LabelTargets targets;

  LabelCollector(TextSymbolizer symbolizer, StyleScope scope, LabelBoard board) {
    this.scope = scope;
    this.board = board;
    this.unit = scope.pixels(symbolizer.getUnitOfMeasure());
    this.options = LabelOptions.of(symbolizer, scope.pixelRatio());
    this.text = scope.text(symbolizer.getLabel(), "");
    for (org.geotools.api.style.Font font : symbolizer.fonts()) {
      font.getFamily().forEach(family -> families.add(scope.text(family, "")));
    }
    org.geotools.api.style.Font font = symbolizer.getFont();
    this.fontSize = scope.number(font == null ? null : font.getSize(), FONT_SIZE);
    this.fontStyle = scope.text(font == null ? null : font.getStyle(), "normal");
    this.fontWeight = scope.text(font == null ? null : font.getWeight(), "normal");
    boolean filled = symbolizer.getFill() != null;
    this.fill = scope.colour(filled ? symbolizer.getFill().getColor() : null, Color.BLACK);
    this.fillOpacity = scope.number(filled ? symbolizer.getFill().getOpacity() : null, 1);
    boolean haloed = symbolizer.getHalo() != null;
    boolean haloFilled = haloed && symbolizer.getHalo().getFill() != null;
    this.halo =
        scope.colour(haloFilled ? symbolizer.getHalo().getFill().getColor() : null, Color.WHITE);
    this.haloOpacity =
        scope.number(haloFilled ? symbolizer.getHalo().getFill().getOpacity() : null, 1);
    this.haloRadius =
        haloed ? scope.number(symbolizer.getHalo().getRadius(), 1) : scope.number(null, 0);
    this.priority = scope.number(symbolizer.getPriority(), PRIORITY);
    this.shield = GraphicSymbol.of(symbolizer.getGraphic(), unit, scope);
    this.targets = new LabelTargets(symbolizer.getLabelPlacement(), unit, board, scope);
  }

  @Override
  public void paint(PixelShape shape, Object feature, Canvas canvas) {
    String words = text.of(feature);
    if (words == null
        || words.isBlank()
        || !shape.meets(canvas.width(), canvas.height(), board.buffer())) {
      return;
    }
    Optional<Label.Target> target = targets.find(shape, feature);
    if (target.isEmpty()) {
      return;
    }
    String shown = words.strip();
    Label.Look look =
        look(shown.substring(0, Math.min(LONGEST, shown.length())), target.get(), feature);
    if (target.get() instanceof Label.Spot spot
        && spot.room() > 0
        && spot.room() < options.goodnessOfFit() * look.text().width()) {
      return;
    }
    Label label = new Label(look, target.get(), options, priority.of(feature), board.layer());
    if (!board.add(label)) {
      scope.problem(RenderProblems.Code.TOO_MANY_LABELS, words);
    }
  }

  @Override
  public boolean opaque() {
    return true;
  }

  @Override
  public void finish(Canvas canvas) {}

  @Override
  public boolean labels() {
    return true;
  }

  private Label.Look look(String words, Label.Target target, Object feature) {
    double align = target instanceof Label.Spot spot ? spot.anchorX() : 0;
    double wrap = target instanceof Label.Spot ? options.autoWrap() : 0;
    String shown = target instanceof Label.Spot ? words : words.replaceAll("\\s+", " ");
    return new Label.Look(
        scope.fonts().text(key(shown, wrap, align, feature)),
        Colours.with(fill.of(feature), fillOpacity.of(feature)),
        Colours.with(halo.of(feature), haloOpacity.of(feature)),
        Math.max(0, haloRadius.of(feature) * unit),
        Optional.ofNullable(shield).map(graphic -> new Label.Shield(graphic, feature)));
  }

  private FontLibrary.TextKey key(String words, double wrap, double align, Object feature) {
    List<String> wanted = families.stream().map(family -> family.of(feature)).toList();
    String slant = fontStyle.of(feature).toLowerCase(Locale.ROOT);
    String weight = fontWeight.of(feature).toLowerCase(Locale.ROOT);
    int style = Font.PLAIN;
    if (slant.equals("italic") || slant.equals("oblique")) {
      style |= Font.ITALIC;
    }
    if (weight.equals("bold")) {
      style |= Font.BOLD;
    }
    double size = Math.max(1, Math.min(LARGEST_FONT, fontSize.of(feature) * unit));
    return new FontLibrary.TextKey(words, wanted, style, size, wrap, align);
  }
}
