package org.tuguan.core.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;

/** Embedded glyphs look as those of the installed font. */
class FontSubsetTest {
  private static final int FIRST = 0x4e00;
  private static final int LAST = 0x9fa0;
  private static final int STEP = 7;
  private static final double UNITS = 1_000;

  @Test
  void glyphsAreThoseOfTheFont() throws IOException {
    StringBuilder text = new StringBuilder("開堃喆峯臺中市政府繳款單新臺幣壹仟陸佰元整");
    for (int each = FIRST; each <= LAST; each += STEP) {
      text.appendCodePoint(each);
    }
    byte[] bytes =
        new PdfPages(PrintFonts.ofSystem())
            .pdf(
                PdfPagesTest.document(
                    false, List.of(Block.Paragraph.of(LocalText.same(text.toString())))));
    assertThat(bytes.length).isLessThan(2_000_000);
    try (PDDocument pdf = Loader.loadPDF(bytes)) {
      PDType0Font embedded = embedded(pdf);
      Font installed = new Font("Noto Sans CJK TC", Font.PLAIN, (int) UNITS);
      assertThat(installed.getFamily()).isEqualTo("Noto Sans CJK TC");
      FontRenderContext exact =
          new FontRenderContext(
              null,
              RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
              RenderingHints.VALUE_FRACTIONALMETRICS_ON);
      List<String> wrong = new ArrayList<>();
      for (int i = 0; i < text.length(); i++) {
        int glyph = installed.createGlyphVector(exact, text.substring(i, i + 1)).getGlyphCode(0);
        Rectangle2D drawn = bounds(embedded, glyph);
        Rectangle2D right =
            installed.createGlyphVector(exact, text.substring(i, i + 1)).getOutline().getBounds2D();
        if (distance(drawn, right) > 2) {
          wrong.add(text.charAt(i) + " " + drawn + " " + right);
        }
      }
      assertThat(wrong).isEmpty();
    }
  }

  private static PDType0Font embedded(PDDocument pdf) throws IOException {
    for (var name : pdf.getPage(0).getResources().getFontNames()) {
      PDFont font = pdf.getPage(0).getResources().getFont(name);
      if (font instanceof PDType0Font found && font.getName().contains("NotoSansCJKtc")) {
        return found;
      }
    }
    throw new AssertionError("no embedded font");
  }

  /** With y down, as Java2D has it. */
  private static Rectangle2D bounds(PDType0Font font, int glyph) throws IOException {
    AffineTransform down = AffineTransform.getScaleInstance(1, -1);
    return font.getPath(glyph).createTransformedShape(down).getBounds2D();
  }

  private static double distance(Rectangle2D one, Rectangle2D other) {
    return Math.max(
        Math.max(
            Math.abs(one.getMinX() - other.getMinX()), Math.abs(one.getMinY() - other.getMinY())),
        Math.max(
            Math.abs(one.getMaxX() - other.getMaxX()), Math.abs(one.getMaxY() - other.getMaxY())));
  }
}
