package org.tuguan.plugin.coverage.imports;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;

/** Numbers as tables write them: 1,807 and full-width ０．５ are understood. */
final class Values {
  private Values() {}

  /** Without blanks around it, full-width letters and digits made plain ones. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
  }

  static Optional<BigDecimal> number(String text) {
    try {
      return Optional.of(new BigDecimal(plain(text).replace(",", "")));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** For people to read: 2,821,322. */
  static String grouped(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  /** A count of people: whole and not negative. */
  static Optional<Integer> people(String text) {
    try {
      return number(text).map(BigDecimal::intValueExact).filter(people -> people >= 0);
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
