package org.tuguan.api.places;

import java.util.Locale;
import org.tuguan.core.RequestException;

/**
 * What somebody looks for.
 *
 * @param text lower case, 台 written as 臺; never empty
 * @param limit most places that come back
 */
record PlaceQuery(String text, int limit) {
  private static final int LONGEST = 100;
  private static final int MOST = 50;
  private static final int USUAL = 10;

  /** From the parameters {@code q} and {@code limit}; null for one that is not there. */
  static PlaceQuery parse(String q, String limit) {
    if (q == null || q.isBlank()) {
      throw RequestException.missing("q");
    }
    if (q.length() > LONGEST) {
      throw RequestException.invalid("q", q, "at most " + LONGEST + " characters");
    }
    return new PlaceQuery(normal(q), limit(limit));
  }

  static String normal(String text) {
    return text.strip().toLowerCase(Locale.ROOT).replace('台', '臺');
  }

  /** The text for LIKE, its own wildcards taken literally. */
  String literal() {
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static int limit(String text) {
    if (text == null || text.isEmpty()) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // said below, together with numbers out of range
    }
    throw RequestException.invalid("limit", text, "a whole number from 1 to " + MOST);
  }
}
