package org.tuguan.core.print;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Chunk;
import com.lowagie.text.Font;
import com.lowagie.text.Image;
import com.lowagie.text.Phrase;
import com.lowagie.text.SplitCharacter;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfChunk;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfTemplate;
import java.awt.Color;
import java.util.Locale;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * Texts in the fonts that have their characters. One that no font has is shown as a box with its
 * code point and can still be searched and copied.
 */
final class Typeset {
  static final Color INK = new Color(0x1b1f24);
  static final Color PALE = new Color(0x5c6670);

  private static final String NO_LINE_BEGINS_WITH = "。，、；：！？）」』》〉】,.;:!?)]}%％元整號條項款";
  private static final String NO_LINE_ENDS_WITH = "（「『《〈【([{$第";

  private static final SplitCharacter BREAKS =
      (start, current, end, letters, chunks) -> breaksAfter(current, end, letters, chunks);

  private final PrintFonts fonts;
  private final PdfContentByte canvas;

  /**
   * @param canvas of the document that the texts go to
   */
  Typeset(PrintFonts fonts, PdfContentByte canvas) {
    this.fonts = fonts;
    this.canvas = canvas;
  }

  /** In one line: Chinese, then English smaller, if it says something else. */
  Phrase both(LocalText text, float size, boolean bold) {
    Phrase phrase = plain(text.zh(), size, bold);
    if (!text.en().equals(text.zh())) {
      add(phrase, "  " + text.en(), size * 0.78f, false, PALE);
    }
    return phrase;
  }

  /** That of choice. */
  Font font(float size) {
    return new Font(fonts.first(), size);
  }

  Phrase plain(String text, float size, boolean bold) {
    return plain(text, size, bold, INK);
  }

  Phrase plain(String text, float size, boolean bold, Color color) {
    Phrase phrase = new Phrase();
    phrase.setLeading(size * 1.45f);
    add(phrase, text, size, bold, color);
    return phrase;
  }

  private void add(Phrase phrase, String text, float size, boolean bold, Color color) {
    StringBuilder run = new StringBuilder();
    BaseFont running = fonts.first();
    for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
      int character = text.codePointAt(i);
      Optional<BaseFont> font = character <= ' ' ? Optional.of(running) : fonts.find(character);
      if (font.isEmpty() || font.get() != running) {
        flush(phrase, run, new Font(running, size, style(bold), color));
      }
      if (font.isEmpty()) {
        phrase.add(unknown(character, size, color));
      } else {
        running = font.get();
        run.appendCodePoint(character);
      }
    }
    flush(phrase, run, new Font(running, size, style(bold), color));
  }

  private static int style(boolean bold) {
    return bold ? Font.BOLD : Font.NORMAL;
  }

  private static void flush(Phrase phrase, StringBuilder run, Font font) {
    if (!run.isEmpty()) {
      Chunk chunk = new Chunk(run.toString(), font);
      chunk.setSplitCharacter(BREAKS);
      phrase.add(chunk);
      run.setLength(0);
    }
  }

  /** A box with the code point in two rows, which reads as the character itself. */
  private Chunk unknown(int character, float size, Color color) {
    String code = String.format(Locale.ROOT, "%06X", character);
    PdfTemplate box = canvas.createTemplate(size, size);
    PdfDictionary meant = new PdfDictionary();
    meant.put(
        PdfName.ACTUALTEXT, new PdfString(Character.toString(character), PdfObject.TEXT_UNICODE));
    box.beginMarkedContentSequence(PdfName.SPAN, meant, true);
    box.setColorStroke(color);
    box.setColorFill(color);
    box.setLineWidth(size / 24);
    box.rectangle(size * 0.06f, size * 0.02f, size * 0.88f, size * 0.92f);
    box.stroke();
    box.beginText();
    box.setFontAndSize(fonts.first(), size * 0.4f);
    box.showTextAligned(
        PdfContentByte.ALIGN_CENTER, code.substring(0, 3), size / 2, size * 0.54f, 0);
    box.showTextAligned(PdfContentByte.ALIGN_CENTER, code.substring(3), size / 2, size * 0.14f, 0);
    box.endText();
    box.endMarkedContentSequence();
    try {
      Image image = Image.getInstance(box);
      image.setAlt(Character.toString(character));
      Chunk chunk = new Chunk(image, 0, -size * 0.12f);
      chunk.setFont(font(size));
      return chunk;
    } catch (BadElementException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean breaksAfter(int current, int end, char[] letters, PdfChunk[] chunks) {
    char here = letter(current, letters, chunks);
    if (here <= ' ' || here == '／' || here == '/') {
      return true;
    }
    if (current + 1 >= end) {
      return isWide(here) && NO_LINE_ENDS_WITH.indexOf(here) < 0;
    }
    char next = letter(current + 1, letters, chunks);
    return (isWide(here) || isWide(next))
        && NO_LINE_ENDS_WITH.indexOf(here) < 0
        && NO_LINE_BEGINS_WITH.indexOf(next) < 0
        && !Character.isLowSurrogate(next);
  }

  private static char letter(int index, char[] letters, PdfChunk[] chunks) {
    return chunks == null
        ? letters[index]
        : (char) chunks[Math.min(index, chunks.length - 1)].getUnicodeEquivalent(letters[index]);
  }

  private static boolean isWide(char letter) {
    return letter >= 0x2e80 && letter < 0xfe50 || letter >= 0xff00 && letter < 0xffe7;
  }
}
