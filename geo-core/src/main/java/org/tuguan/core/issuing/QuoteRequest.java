package org.tuguan.core.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is to be priced.
 *
 * @param schedule id of a fee standard, or one of its aliases
 * @param applicationDate in Taipei; decides the version. Empty only where a standard has no dates
 * @param applicant who asks
 * @param purpose in free words or one of the {@link Vocabulary}
 * @param items at least one
 * @param extras what holds for the whole request: postage, documents filed, contract …
 */
public record QuoteRequest(
    String schedule,
    Optional<LocalDate> applicationDate,
    Applicant applicant,
    String purpose,
    List<QuoteItem> items,
    Map<String, String> extras) {
  /**
   * Who asks.
   *
   * @param kind class of applicant, for example {@code land_office}
   * @param name name of the body; may be blank
   */
  public record Applicant(String kind, String name) {
    public Applicant {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(name);
    }
  }

  public QuoteRequest {
    Objects.requireNonNull(schedule);
    Objects.requireNonNull(applicationDate);
    Objects.requireNonNull(applicant);
    Objects.requireNonNull(purpose);
    items = List.copyOf(items);
    extras = Map.copyOf(extras);
  }

  /** Reads the JSON of {@code POST /api/v1/quotes} in the shape of the worked examples. */
  public static QuoteRequest read(String json) {
    return QuoteRequestReader.read(JsonNode.read(json));
  }
}
