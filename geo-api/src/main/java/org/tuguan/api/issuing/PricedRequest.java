package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Quote;

/**
 * What a request comes to, before it is kept.
 *
 * @param request in the JSON of {@link org.tuguan.core.issuing.QuoteRequest#read}
 * @param warnings beside those of the quote
 * @param hints sheets that could be left out
 */
record PricedRequest(
    Asker asker,
    String purpose,
    String request,
    Quote quote,
    KeptQuote.Wanted wanted,
    List<LocalText> warnings,
    List<Hint> hints) {
  /**
   * @param layer whose price it is about
   * @param depth how far the area reaches into the sheet, in metres
   * @param area of the strip, in square metres
   * @param saves NT$ if the strip is left out
   */
  record Hint(String layer, String sheet, double depth, double area, BigDecimal saves) {}

  PricedRequest {
    Objects.requireNonNull(asker);
    Objects.requireNonNull(request);
    Objects.requireNonNull(quote);
    Objects.requireNonNull(wanted);
    warnings = List.copyOf(warnings);
    hints = List.copyOf(hints);
  }
}
