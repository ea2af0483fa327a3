package org.tuguan.core.print;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * What stands on a page, from top to bottom. Where a {@link LocalText} has two languages, Chinese
 * stands first and English beside or under it, smaller.
 */
public sealed interface Block {
  /** Begins a part. */
  record Heading(LocalText text) implements Block {}

  /**
   * Running text.
   *
   * @param small for what the law wants said and few people read
   */
  record Paragraph(LocalText text, boolean small) implements Block {
    public static Paragraph of(LocalText text) {
      return new Paragraph(text, false);
    }

    public static Paragraph small(LocalText text) {
      return new Paragraph(text, true);
    }
  }

  /**
   * One line of {@link Facts}.
   *
   * @param strong set large and bold: what the reader looks for
   */
  record Fact(LocalText label, String value, boolean strong) {
    public Fact {
      Objects.requireNonNull(label);
      Objects.requireNonNull(value);
    }

    public static Fact of(LocalText label, String value) {
      return new Fact(label, value, false);
    }

    public static Fact strong(LocalText label, String value) {
      return new Fact(label, value, true);
    }
  }

  /** Names and values in two columns. */
  record Facts(List<Fact> facts) implements Block {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /**
   * A column of a {@link Table}.
   *
   * @param width relative to the other columns
   * @param number set to the right
   */
  record Column(LocalText title, double width, boolean number) {
    public static Column text(LocalText title, double width) {
      return new Column(title, width, false);
    }

    public static Column number(LocalText title, double width) {
      return new Column(title, width, true);
    }
  }

  /**
   * Rows under titles that are repeated on each page.
   *
   * @param rows as many cells each as there are columns
   * @param total a last row that stands out
   */
  record Table(List<Column> columns, List<List<String>> rows, Optional<List<String>> total)
      implements Block {
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      total = total.map(List::copyOf);
      int width = columns.size();
      if (rows.stream().anyMatch(row -> row.size() != width)
          || total.filter(row -> row.size() != width).isPresent()) {
        throw new IllegalArgumentException("each row has one cell per column");
      }
    }
  }

  /** Code 128, with the text under it. ASCII only. */
  record Barcode(String text) implements Block {
    public Barcode {
      if (text.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c < 127)) {
        throw new IllegalArgumentException("a barcode is of ASCII characters: " + text);
      }
    }
  }

  /**
   * A picture, a map for example.
   *
   * @param width in millimetres; the height follows; never wider than the page
   * @param description for those who do not see it, and printed under it
   */
  record Picture(BufferedImage image, double width, LocalText description) implements Block {}

  /**
   * Lines and shapes by Java2D, kept as such: a chart for example. As wide as the page.
   *
   * @param height in millimetres
   * @param description for those who do not see it, and printed under it
   */
  record Drawing(double height, LocalText description, Painter painter) implements Block {}

  /**
   * Empty room.
   *
   * @param height in millimetres
   */
  record Space(double height) implements Block {}

  /** Draws in points (1/72 inch), y down, from (0, 0). Texts become shapes. */
  @FunctionalInterface
  interface Painter {
    void paint(Graphics2D graphics, double width, double height);
  }
}
