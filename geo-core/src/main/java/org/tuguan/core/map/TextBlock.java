package org.tuguan.core.map;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A text as outlines, in one or more lines. The origin is the upper left corner of the box around
 * the ink, y down, in pixels. Immutable.
 *
 * <p>Outlines, not glyph pictures: they can be turned, moved by parts of a pixel and surrounded by
 * a halo, and look the same on every machine that has the font.
 */
final class TextBlock {
  private static final double LEADING = 1.2;
  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

  private final String text;
  private final Font font;
  private final List<GlyphVector> lines = new ArrayList<>();
  private final Rectangle2D ink = new Rectangle2D.Double();
  private final double align;
  private final Path2D outline;

  /**
   * @param wrap pixels after which a line is broken where the language allows; 0 for never
   * @param align of shorter lines: 0 left, 0.5 in the middle, 1 right
   */
  TextBlock(String text, Font font, double wrap, double align) {
    this.text = text;
    this.font = font;
    this.align = align;
    for (String line : text.split("\n", -1)) {
      wrap(line.strip(), wrap);
    }
    double width = lines.stream().mapToDouble(TextBlock::advance).max().orElse(0);
    outline = place(width, 0, 0);
    ink.setRect(outline.getBounds2D());
    outline.transform(AffineTransform.getTranslateInstance(-ink.getX(), -ink.getY()));
    ink.setRect(ink.getX(), ink.getY(), Math.max(ink.getWidth(), 1), Math.max(ink.getHeight(), 1));
  }

  private void wrap(String line, double wrap) {
    if (wrap <= 0 || advance(vector(line)) <= wrap) {
      lines.add(vector(line));
      return;
    }
    BreakIterator breaks = BreakIterator.getLineInstance(Locale.TRADITIONAL_CHINESE);
    breaks.setText(line);
    int start = 0;
    int last = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      if (last > start && advance(vector(line.substring(start, end).strip())) > wrap) {
        lines.add(vector(line.substring(start, last).strip()));
        start = last;
      }
      last = end;
    }
    lines.add(vector(line.substring(start).strip()));
  }

  private GlyphVector vector(String line) {
    char[] characters = line.toCharArray();
    return font.layoutGlyphVector(
        CONTEXT, characters, 0, characters.length, Font.LAYOUT_LEFT_TO_RIGHT);
  }

  private static double advance(GlyphVector line) {
    return line.getGlyphPosition(line.getNumGlyphs()).getX();
  }

  private Path2D place(double width, double left, double top) {
    Path2D.Double all = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double baseline = 0;
    for (GlyphVector line : lines) {
      double x = (width - advance(line)) * align;
      all.append(line.getOutline((float) (x - left), (float) (baseline - top)), false);
      baseline += font.getSize2D() * LEADING;
    }
    return all;
  }

  String text() {
    return text;
  }

  /** Of the ink. */
  double width() {
    return ink.getWidth();
  }

  /** Of the ink. */
  double height() {
    return ink.getHeight();
  }

  double fontSize() {
    return font.getSize2D();
  }

  /** Not to be changed. */
  Shape outline() {
    return outline;
  }

  /** Length of the text on one line, for labels along lines. */
  double length() {
    return advance(lines.get(0));
  }

  /** Letters of the first line, for labels along lines. */
  int letters() {
    return lines.get(0).getNumGlyphs();
  }

  /** Where a letter begins, from the start of the line; one past the last gives the end. */
  double start(int letter) {
    return lines.get(0).getGlyphPosition(letter).getX();
  }

  /**
   * Outline of a letter of the first line, around its own middle: the middle of its advance, and of
   * the height of the whole ink.
   */
  Shape letter(int letter) {
    double middle = (start(letter) + start(letter + 1)) / 2;
    return AffineTransform.getTranslateInstance(-middle, -ink.getCenterY())
        .createTransformedShape(lines.get(0).getGlyphOutline(letter));
  }
}
