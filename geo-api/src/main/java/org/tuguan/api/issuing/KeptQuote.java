package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.issuing.Outcome;

/**
 * A quote as it was given; nothing of it ever changes.
 *
 * @param number with a part that cannot be guessed
 * @param validUntil last day, in Asia/Taipei
 * @param asker who it was given to
 * @param asked what was asked, in JSON
 * @param request what was priced, in the JSON of {@link org.tuguan.core.issuing.QuoteRequest#read}
 * @param answer what was answered, in JSON
 * @param priced under which version, and what came of it
 */
record KeptQuote(
    String number,
    Instant created,
    LocalDate validUntil,
    Asker asker,
    String purpose,
    String asked,
    String request,
    String answer,
    Priced priced,
    Wanted wanted) {
  /**
   * @param standard id; empty if no version was in force
   * @param total whole NT$; empty if there is no price
   */
  record Priced(
      Optional<String> standard,
      Optional<String> version,
      Outcome status,
      Optional<BigDecimal> total) {}

  /**
   * @param crs code; empty where nothing is delivered
   */
  record Wanted(List<String> formats, String crs, List<QuotedLayer> layers) {
    static final Wanted NOTHING = new Wanted(List.of(), "", List.of());

    Wanted {
      formats = List.copyOf(formats);
      layers = List.copyOf(layers);
    }
  }

  KeptQuote {
    Objects.requireNonNull(number);
    Objects.requireNonNull(created);
    Objects.requireNonNull(validUntil);
    Objects.requireNonNull(asker);
    Objects.requireNonNull(asked);
    Objects.requireNonNull(request);
    Objects.requireNonNull(answer);
    Objects.requireNonNull(priced);
    Objects.requireNonNull(wanted);
  }
}
