package org.tuguan.core.print;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A document as it is to be printed.
 *
 * @param masthead what it is, from whom, and its number
 * @param made shown as a day in Asia/Taipei in the footer; with the same time and content, the same
 *     bytes come out
 * @param paper its size and direction
 * @param demonstration its figures come from prices that are no law: said at the top and across
 *     every page
 * @param blocks from top to bottom
 */
public record PrintedDocument(
    Masthead masthead, Instant made, Paper paper, boolean demonstration, List<Block> blocks) {
  public PrintedDocument {
    Objects.requireNonNull(masthead);
    Objects.requireNonNull(made);
    Objects.requireNonNull(paper);
    blocks = List.copyOf(blocks);
  }

  /**
   * @param number of the document; empty if it has none
   */
  public record Masthead(LocalText title, LocalText issuer, String number) {
    public Masthead {
      Objects.requireNonNull(title);
      Objects.requireNonNull(issuer);
      Objects.requireNonNull(number);
    }
  }

  /** ISO 216. */
  public enum Paper {
    A4,
    A4_LANDSCAPE
  }
}
