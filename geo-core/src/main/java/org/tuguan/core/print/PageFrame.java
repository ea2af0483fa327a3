package org.tuguan.core.print;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfGState;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What every page has: issuer, number, day, page of pages, and the mark of a demonstration. */
final class PageFrame extends PdfPageEventHelper {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");
  private static final float SIZE = 8;
  private static final float BELOW = 30;
  private static final float RISE = 4;
  private static final Color MARK = new Color(0xb3261e);

  private final PrintedDocument printed;
  private final Typeset typeset;
  private final PdfTemplate pages;

  PageFrame(PrintedDocument printed, Typeset typeset, PdfWriter writer) {
    this.printed = printed;
    this.typeset = typeset;
    this.pages = writer.getDirectContent().createTemplate(40, 16);
  }

  @Override
  public void onEndPage(PdfWriter writer, Document document) {
    Rectangle page = document.getPageSize();
    PdfContentByte canvas = writer.getDirectContent();
    canvas.saveState();
    canvas.setLineWidth(0.5f);
    canvas.setColorStroke(Typeset.PALE);
    canvas.moveTo(document.left(), BELOW + 12);
    canvas.lineTo(document.right(), BELOW + 12);
    canvas.stroke();
    canvas.restoreState();
    put(canvas, left(), Element.ALIGN_LEFT, document.left());
    float end = document.right() - 16;
    put(canvas, writer.getPageNumber() + " /", Element.ALIGN_RIGHT, end);
    canvas.addTemplate(pages, end + 2, BELOW - RISE);
    if (printed.demonstration()) {
      mark(writer.getDirectContent(), page);
    }
  }

  @Override
  public void onCloseDocument(PdfWriter writer, Document document) {
    ColumnText.showTextAligned(
        pages,
        Element.ALIGN_LEFT,
        typeset.plain(String.valueOf(writer.getPageNumber() - 1), SIZE, false, Typeset.PALE),
        0,
        RISE,
        0);
  }

  private String left() {
    return Stream.of(
            printed.masthead().issuer().zh(),
            printed.masthead().title().zh(),
            printed.masthead().number(),
            printed.made().atZone(TAIPEI).toLocalDate().toString())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("　"));
  }

  private void put(PdfContentByte canvas, String text, int align, float x) {
    ColumnText.showTextAligned(
        canvas, align, typeset.plain(text, SIZE, false, Typeset.PALE), x, BELOW, 0);
  }

  private void mark(PdfContentByte canvas, Rectangle page) {
    canvas.saveState();
    PdfGState thin = new PdfGState();
    thin.setFillOpacity(0.16f);
    canvas.setGState(thin);
    ColumnText.showTextAligned(
        canvas,
        Element.ALIGN_CENTER,
        typeset.plain("DEMONSTRATION 示範", 54, false, MARK),
        page.getWidth() / 2,
        page.getHeight() / 2 - 20,
        35);
    canvas.restoreState();
  }
}
