package org.tuguan.core.print;

import com.lowagie.text.Document;
import com.lowagie.text.DocumentException;
import com.lowagie.text.PageSize;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.PdfBoolean;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfObject;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.time.ZoneId;
import java.util.GregorianCalendar;
import org.tuguan.core.print.PrintedDocument.Paper;

/**
 * Sets documents as PDF 1.7 in zh-TW, with the fonts they need embedded. Safe for any thread; makes
 * one at a time, since fonts are read from files that are shared.
 */
public final class PdfPages {
  private static final float MARGIN = 51;
  private static final float BOTTOM = 56;
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private final PrintFonts fonts;

  public PdfPages(PrintFonts fonts) {
    this.fonts = fonts;
  }

  /** The same bytes for an equal document. */
  public synchronized byte[] pdf(PrintedDocument printed) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(256 * 1024);
    Rectangle size = PageSize.A4;
    if (printed.paper() == Paper.A4_LANDSCAPE) {
      size = size.rotate();
    }
    try (Document document = new Document(size, MARGIN, MARGIN, MARGIN, BOTTOM)) {
      PdfWriter writer = PdfWriter.getInstance(document, out);
      describe(printed, document, writer);
      document.open();
      writer.getInfo().put(PdfName.CREATIONDATE, created(printed));
      Typeset typeset = new Typeset(fonts, writer.getDirectContent());
      writer.setPageEvent(new PageFrame(printed, typeset, writer));
      BlockSetting setting = new BlockSetting(typeset, writer, document);
      setting.masthead(printed);
      for (Block block : printed.blocks()) {
        setting.add(block);
      }
      setting.end();
    } catch (DocumentException e) {
      throw new IllegalStateException(e);
    }
    return StableBytes.of(new EmbeddedFonts(fonts).replace(out.toByteArray()));
  }

  private static void describe(PrintedDocument printed, Document document, PdfWriter writer) {
    writer.setPdfVersion(PdfWriter.VERSION_1_7);
    writer.getExtraCatalog().put(PdfName.LANG, new PdfString("zh-TW"));
    writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    document.addTitle(
        (printed.masthead().title().zh() + " " + printed.masthead().number()).strip());
    document.addAuthor(printed.masthead().issuer().zh());
    writer.getInfo().put(PdfName.PRODUCER, new PdfString("Tuguan", PdfObject.TEXT_PDFDOCENCODING));
  }

  private static PdfDate created(PrintedDocument printed) {
    return new PdfDate(GregorianCalendar.from(printed.made().atZone(TAIPEI)));
  }
}
