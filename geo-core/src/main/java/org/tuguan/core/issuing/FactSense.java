package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What follows from the facts of an item: years, percentages, hours from minutes, paper sizes. */
final class FactSense {
  private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
  private static final Pattern YEAR = Pattern.compile("\\d{1,4}");

  /** Field from field, and the factor between them. */
  private record Conversion(String from, String to, BigDecimal times, BigDecimal over) {
    static Conversion of(String from, String to, int times, int over) {
      return new Conversion(from, to, new BigDecimal(times), new BigDecimal(over));
    }
  }

  private static final Conversion[] CONVERSIONS = {
    Conversion.of("minutes", "hours", 1, 60),
    Conversion.of("hours", "minutes", 60, 1),
    Conversion.of("gigabytes", "megabytes", 1024, 1),
    Conversion.of("kilobytes", "megabytes", 1, 1024),
    Conversion.of("bytes", "megabytes", 1, 1024 * 1024),
    Conversion.of("square_metres", "area_ha", 1, 10_000),
    Conversion.of("square_kilometres", "area_ha", 100, 1)
  };

  private FactSense() {}

  static Map<String, String> complete(Map<String, String> said, Vocabulary vocabulary) {
    Map<String, String> facts = new LinkedHashMap<>(said);
    quantity(facts, vocabulary);
    for (Conversion each : CONVERSIONS) {
      number(facts.get(each.from()))
          .filter(value -> !facts.containsKey(each.to()))
          .ifPresent(
              value ->
                  facts.put(
                      each.to(),
                      value
                          .multiply(each.times())
                          .divide(each.over(), MathContext.DECIMAL64)
                          .toPlainString()));
    }
    year(facts);
    contract(facts);
    paper(facts);
    cases(facts);
    site(facts);
    return facts;
  }

  private static void quantity(Map<String, String> facts, Vocabulary vocabulary) {
    String unit = facts.get("unit");
    if (facts.containsKey("quantity") && unit != null) {
      String field = vocabulary.unitField(unit);
      facts.putIfAbsent(field, facts.get("quantity"));
      facts.put(Measure.QUANTITY_OF, field);
    }
  }

  /** AD from AD or ROC years and dates; 84 is 1995. */
  private static void year(Map<String, String> facts) {
    Optional.ofNullable(facts.get("produced_year"))
        .map(YEAR::matcher)
        .filter(Matcher::find)
        .map(found -> Integer.parseInt(found.group()))
        .ifPresentOrElse(
            year -> facts.put("produced_year", String.valueOf(year < 200 ? year + 1911 : year)),
            () -> facts.remove("produced_year"));
    number(facts.get("produced_before"))
        .ifPresent(
            before -> facts.putIfAbsent("produced_year", String.valueOf(before.intValue() - 1)));
  }

  /** The share charged, in per cent; a reduction of 50 is a charge of 50, of 100 none. */
  private static void contract(Map<String, String> facts) {
    Optional<BigDecimal> reduced = percent(facts.remove("contract_reduction_pct"));
    reduced.ifPresent(
        pct -> facts.put(Effect.Contract.CHARGE, Charge.plain(new BigDecimal(100).subtract(pct))));
    String terms = facts.getOrDefault("contract", "").toLowerCase(Locale.ROOT);
    if (!facts.containsKey(Effect.Contract.CHARGE)) {
      if (terms.matches(".*(free|exempt|免).*")) {
        facts.put(Effect.Contract.CHARGE, "0");
      } else if (terms.contains("%")) {
        percent(terms).ifPresent(pct -> facts.put(Effect.Contract.CHARGE, Charge.plain(pct)));
      }
    }
    Optional<BigDecimal> charge = percent(facts.remove(Effect.Contract.CHARGE));
    charge.ifPresent(
        pct -> {
          facts.put(Effect.Contract.CHARGE, Charge.plain(pct));
          facts.putIfAbsent("contract", "true");
        });
  }

  private static Optional<BigDecimal> percent(String text) {
    return number(text)
        .map(
            value ->
                value.signum() > 0 && value.compareTo(BigDecimal.ONE) < 0 && !text.contains("%")
                    ? value.movePointRight(2)
                    : value);
  }

  /** A3 sheets in a larger sheet: A2 is two, A1 four, A0 eight. */
  private static void paper(Map<String, String> facts) {
    String size = facts.getOrDefault("size", "").toUpperCase(Locale.ROOT).strip();
    int sheets =
        switch (size) {
          case "A3" -> 1;
          case "A2" -> 2;
          case "A1" -> 4;
          case "A0" -> 8;
          default -> 0;
        };
    if (sheets > 0) {
      facts.putIfAbsent("a3_equivalents", String.valueOf(sheets));
    }
  }

  /** Machine-days are machines for a day; no field work and no consent are facts of their own. */
  private static void site(Map<String, String> facts) {
    String machineDays = facts.get("machine_days");
    if (machineDays != null && !facts.containsKey("machines") && !facts.containsKey("days")) {
      facts.put("machines", machineDays);
      facts.put("days", "1");
    }
    if (facts.getOrDefault("field_work", "").equals("false")) {
      facts.putIfAbsent("no_field_work", "true");
    }
    if (facts.getOrDefault("consent", "").equals("false")) {
      facts.put("consent_missing", "true");
    }
  }

  /** Contiguous parcels are one case; parcels that do not touch are a case each. */
  private static void cases(Map<String, String> facts) {
    String contiguous = facts.getOrDefault("contiguous", "");
    if (!facts.containsKey("cases")) {
      if (contiguous.equals("true")) {
        facts.put("cases", "1");
      } else if (contiguous.equals("false") && facts.containsKey("parcels")) {
        facts.put("cases", facts.get("parcels"));
      }
    }
  }

  private static Optional<BigDecimal> number(String text) {
    return Optional.ofNullable(text)
        .map(each -> NUMBER.matcher(each.replace(",", "")))
        .filter(Matcher::find)
        .map(found -> new BigDecimal(found.group()));
  }
}
