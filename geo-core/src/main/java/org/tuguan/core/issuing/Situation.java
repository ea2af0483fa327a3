package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tuguan.core.RequestException;

/**
 * One item with everything known about it and who asks for it, in the words of the {@link
 * Vocabulary}.
 *
 * @param applicants the class of the applicant and all wider classes
 * @param purposes all that the stated purpose means
 * @param facts by the vocabulary's field names; those of the item go before those of the request
 */
record Situation(
    Set<String> applicants, Set<String> purposes, Map<String, String> facts, QuoteItem item) {
  private static final Pattern NO =
      Pattern.compile(
          "0|(false|no|none|not|without|refused|denied|pending|missing)\\b.*|[無否未].*",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  Situation {
    applicants = Set.copyOf(applicants);
    purposes = Set.copyOf(purposes);
    facts = Map.copyOf(facts);
  }

  Optional<String> fact(String field) {
    return Optional.ofNullable(facts.get(field)).filter(text -> !text.isBlank());
  }

  Optional<BigDecimal> number(String field) {
    return fact(field).map(text -> QuoteItem.number(field, text));
  }

  /** As 2017-03-15; refuses what is no day. */
  Optional<LocalDate> day(String field) {
    try {
      return fact(field).map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      throw RequestException.invalid(
          field, fact(field).orElse(""), "expected a date such as 2017-03-15");
    }
  }

  /** Empty if nothing was said about it. */
  Optional<Boolean> stated(String field) {
    return fact(field).map(text -> !NO.matcher(text.strip().replace('_', ' ')).matches());
  }

  boolean says(String field) {
    return stated(field).orElse(false);
  }

  Situation with(String field, BigDecimal value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(field, value.toPlainString());
    return new Situation(applicants, purposes, more, item);
  }

  Situation with(String field, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(field, value);
    return new Situation(applicants, purposes, more, item);
  }
}
