package org.tuguan.core.print;

import com.lowagie.text.BadElementException;
import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.Image;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.Rectangle;
import com.lowagie.text.pdf.Barcode128;
import com.lowagie.text.pdf.PdfPCell;
import com.lowagie.text.pdf.PdfPTable;
import com.lowagie.text.pdf.PdfTemplate;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.tuguan.core.LocalText;

/** Puts blocks into a document, one under the other. */
final class BlockSetting {
  private static final float POINTS_PER_MM = 72 / 25.4f;
  private static final float TEXT = 10.5f;

  /** Heights in points: a heading with its space, two lines of text, the space about a table. */
  private static final float HEADING = 36;

  private static final float TWO_LINES = 32;
  private static final float TABLE_SPACE = 12;
  private static final Color LINE = new Color(0xc5ccd3);
  private static final Color SHADE = new Color(0xeef2f6);
  private static final Color WARNING = new Color(0xb3261e);

  private final Typeset typeset;
  private final PdfWriter writer;
  private final Document document;

  /** Waits for what it stands over, so that it never stands alone at the foot of a page. */
  private Optional<Block.Heading> heading = Optional.empty();

  BlockSetting(Typeset typeset, PdfWriter writer, Document document) {
    this.typeset = typeset;
    this.writer = writer;
    this.document = document;
  }

  void masthead(PrintedDocument printed) {
    PrintedDocument.Masthead head = printed.masthead();
    add(typeset.both(head.issuer(), 11, false), 0, 0, Element.ALIGN_LEFT);
    add(typeset.plain(head.title().zh(), 20, true), 2, 0, Element.ALIGN_LEFT);
    if (!head.title().en().equals(head.title().zh())) {
      add(typeset.plain(head.title().en(), 11, false, Typeset.PALE), 0, 0, Element.ALIGN_LEFT);
    }
    if (printed.demonstration()) {
      add(
          typeset.plain(
              "示範：金額依示範附表計算，不具法律效力。  Demonstration: prices are not law.", TEXT, true, WARNING),
          4,
          0,
          Element.ALIGN_LEFT);
    }
    rule();
  }

  void add(Block block) {
    if (block instanceof Block.Heading next) {
      head(0);
      heading = Optional.of(next);
    } else if (block instanceof Block.Paragraph paragraph) {
      paragraph(paragraph);
    } else if (block instanceof Block.Facts facts) {
      facts(facts);
    } else if (block instanceof Block.Table table) {
      table(table);
    } else if (block instanceof Block.Barcode barcode) {
      barcode(barcode);
    } else if (block instanceof Block.Picture picture) {
      picture(picture);
    } else if (block instanceof Block.Drawing drawing) {
      drawing(drawing);
    } else if (block instanceof Block.Space space) {
      add(typeset.plain(" ", 1, false), (float) space.height() * POINTS_PER_MM, 0, 0);
    }
  }

  /** To be called after the last block. */
  void end() {
    head(0);
  }

  /**
   * Sets the heading that waits, if there is one.
   *
   * @param following height in points of what must stand under it on the same page
   */
  private void head(float following) {
    if (heading.isEmpty()) {
      return;
    }
    float left = writer.getVerticalPosition(false) - document.bottom();
    float page = document.top() - document.bottom();
    if (HEADING + following > left && HEADING + following < page) {
      document.newPage();
    }
    add(typeset.both(heading.get().text(), 13, true), 12, 4, Element.ALIGN_LEFT);
    heading = Optional.empty();
  }

  /** With its first rows, or all of it where it is not to be divided, under the heading. */
  private void place(PdfPTable table) {
    table.setTotalWidth(width());
    float first = 0;
    for (int i = 0; i < Math.min(table.size(), table.getHeaderRows() + 1); i++) {
      first += table.getRowHeight(i);
    }
    head(TABLE_SPACE + (table.getKeepTogether() ? table.getTotalHeight() : first));
    document.add(table);
  }

  private void paragraph(Block.Paragraph paragraph) {
    head(TWO_LINES);
    float size = paragraph.small() ? 9 : TEXT;
    LocalText text = paragraph.text();
    add(typeset.plain(text.zh(), size, false), 2, 2, Element.ALIGN_LEFT);
    if (!text.en().equals(text.zh())) {
      Phrase english = typeset.plain(text.en(), size * 0.85f, false, Typeset.PALE);
      add(english, 0, 4, Element.ALIGN_LEFT);
    }
  }

  private void facts(Block.Facts facts) {
    PdfPTable table = table(new float[] {32, 68});
    table.setKeepTogether(true);
    for (Block.Fact fact : facts.facts()) {
      PdfPCell label = cell(typeset.both(fact.label(), TEXT - 1, false), Element.ALIGN_LEFT);
      label.setBackgroundColor(SHADE);
      table.addCell(label);
      float size = fact.strong() ? 14 : TEXT;
      table.addCell(cell(typeset.plain(fact.value(), size, fact.strong()), Element.ALIGN_LEFT));
    }
    place(table);
  }

  private void table(Block.Table block) {
    float[] widths = new float[block.columns().size()];
    for (int i = 0; i < widths.length; i++) {
      widths[i] = (float) block.columns().get(i).width();
    }
    PdfPTable table = table(widths);
    table.setHeaderRows(1);
    for (Block.Column column : block.columns()) {
      PdfPCell title = cell(typeset.plain(column.title().zh(), 9.5f, true), align(column));
      if (!column.title().en().equals(column.title().zh())) {
        title
            .getPhrase()
            .addAll(typeset.plain("\n" + column.title().en(), 7.5f, false, Typeset.PALE));
      }
      title.setBackgroundColor(SHADE);
      title.setVerticalAlignment(Element.ALIGN_BOTTOM);
      table.addCell(title);
    }
    block.rows().forEach(row -> row(table, block.columns(), row, false));
    block.total().ifPresent(row -> row(table, block.columns(), row, true));
    place(table);
  }

  private void row(PdfPTable table, List<Block.Column> columns, List<String> cells, boolean total) {
    for (int i = 0; i < cells.size(); i++) {
      PdfPCell cell = cell(typeset.plain(cells.get(i), 9.5f, total), align(columns.get(i)));
      if (total) {
        cell.setBackgroundColor(SHADE);
      }
      table.addCell(cell);
    }
  }

  private void barcode(Block.Barcode block) {
    Barcode128 code = new Barcode128();
    code.setCode(block.text());
    code.setFont(null);
    code.setBarHeight(28);
    code.setX(1.1f);
    Image image = code.createImageWithBarcode(writer.getDirectContent(), null, null);
    image.setAlt("Code 128: " + block.text());
    image(image, typeset.plain(block.text(), TEXT, false));
  }

  private void picture(Block.Picture picture) {
    try {
      Image image = Image.getInstance(picture.image(), null);
      float width = (float) Math.min(picture.width() * POINTS_PER_MM, width());
      image.scaleAbsolute(width, width * picture.image().getHeight() / picture.image().getWidth());
      image(image, picture.description());
    } catch (BadElementException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void drawing(Block.Drawing drawing) {
    float height = (float) drawing.height() * POINTS_PER_MM;
    PdfTemplate template = writer.getDirectContent().createTemplate(width(), height);
    Graphics2D graphics = template.createGraphicsShapes(width(), height);
    try {
      drawing.painter().paint(graphics, width(), height);
    } finally {
      graphics.dispose();
    }
    try {
      image(Image.getInstance(template), drawing.description());
    } catch (BadElementException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The picture with its caption: never on two pages. */
  private void image(Image image, LocalText description) {
    image.setAlt(description.both());
    image(image, typeset.both(description, 9, false));
  }

  private void image(Image image, Phrase text) {
    PdfPTable together = table(new float[] {1});
    together.setKeepTogether(true);
    PdfPCell cell = new PdfPCell(image, false);
    cell.setBorder(Rectangle.NO_BORDER);
    cell.setPadding(0);
    together.addCell(cell);
    PdfPCell caption = cell(text, Element.ALIGN_LEFT);
    caption.setBorder(Rectangle.NO_BORDER);
    caption.setPaddingLeft(0);
    together.addCell(caption);
    place(together);
  }

  private void rule() {
    PdfPTable line = table(new float[] {1});
    PdfPCell cell = new PdfPCell();
    cell.setBorder(Rectangle.TOP);
    cell.setBorderWidth(1.2f);
    cell.setBorderColor(Typeset.INK);
    cell.setFixedHeight(4);
    line.addCell(cell);
    document.add(line);
  }

  private void add(Phrase phrase, float before, float after, int align) {
    Paragraph paragraph = new Paragraph();
    paragraph.setFont(typeset.font(TEXT));
    paragraph.setLeading(phrase.getLeading());
    paragraph.addAll(phrase);
    paragraph.setSpacingBefore(before);
    paragraph.setSpacingAfter(after);
    paragraph.setAlignment(align);
    document.add(paragraph);
  }

  private static PdfPTable table(float[] widths) {
    PdfPTable table = new PdfPTable(widths);
    table.setWidthPercentage(100);
    table.setSpacingBefore(6);
    table.setSpacingAfter(6);
    return table;
  }

  private static PdfPCell cell(Phrase phrase, int align) {
    PdfPCell cell = new PdfPCell(phrase);
    cell.setLeading(0, 1.35f);
    cell.setHorizontalAlignment(align);
    cell.setVerticalAlignment(Element.ALIGN_MIDDLE);
    cell.setBorderColor(LINE);
    cell.setBorderWidth(0.6f);
    cell.setPadding(4.5f);
    cell.setUseAscender(true);
    return cell;
  }

  private static int align(Block.Column column) {
    return column.number() ? Element.ALIGN_RIGHT : Element.ALIGN_LEFT;
  }

  private float width() {
    return document.right() - document.left();
  }
}
