package org.tuguan.core.print;

import com.lowagie.text.DocumentException;
import com.lowagie.text.pdf.PRStream;
import com.lowagie.text.pdf.PdfArray;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.PdfStamper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the outlines of CFF fonts into a file that OpenPDF has written without them: its own subsets
 * lose subroutines that some glyphs need (開 for one), fail for others, and carry tables for all
 * glyphs of the whole font.
 */
final class EmbeddedFonts {
  private static final PdfName FONT_FILE = new PdfName("FontFile3");
  private static final Pattern SHOWN = Pattern.compile("(?im)^<([0-9a-f]{4})><\\1>");
  private static final int HEX = 16;

  /** Says that the font is a part (ISO 32000-1, 9.6.4). */
  private static final String TAG = "TUGUAN+";

  private final PrintFonts fonts;

  EmbeddedFonts(PrintFonts fonts) {
    this.fonts = fonts;
  }

  byte[] replace(byte[] pdf) {
    try (PdfReader reader = new PdfReader(pdf)) {
      for (int i = 1; i < reader.getXrefSize(); i++) {
        PdfObject object = reader.getPdfObject(i);
        if (object instanceof PdfDictionary font
            && PdfName.TYPE0.equals(font.get(PdfName.SUBTYPE))) {
          replace(font);
        }
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream(pdf.length / 4);
      PdfStamper stamper = new PdfStamper(reader, out);
      stamper.close();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
  }

  private void replace(PdfDictionary font) throws IOException {
    PdfArray descendants = font.getAsArray(PdfName.DESCENDANTFONTS);
    PdfDictionary descendant = descendants.getAsDict(0);
    PdfDictionary descriptor = descendant.getAsDict(PdfName.FONTDESCRIPTOR);
    String name = descriptor.getAsName(PdfName.FONTNAME).toString().substring(1);
    Optional<CffSubset> outlines = fonts.findOutlines(name);
    if (outlines.isPresent()) {
      PRStream file = (PRStream) PdfReader.getPdfObject(descriptor.get(FONT_FILE));
      PRStream shown = (PRStream) PdfReader.getPdfObject(font.get(PdfName.TOUNICODE));
      file.setData(outlines.get().of(glyphs(PdfReader.getStreamBytes(shown))), true);
      for (PdfDictionary named : List.of(font, descendant)) {
        named.put(PdfName.BASEFONT, new PdfName(TAG + name));
      }
      descriptor.put(PdfName.FONTNAME, new PdfName(TAG + name));
    }
  }

  private static SortedSet<Integer> glyphs(byte[] toUnicode) {
    SortedSet<Integer> glyphs = new TreeSet<>();
    Matcher each = SHOWN.matcher(new String(toUnicode, StandardCharsets.ISO_8859_1));
    while (each.find()) {
      glyphs.add(Integer.parseInt(each.group(1), HEX));
    }
    return glyphs;
  }
}
