package org.tuguan.api.usage;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tuguan.core.RequestException;

/** What use is summed up by. */
enum UsageGrouping {
  LAYER,
  /** Agencies, partners, and the anonymous together. */
  AGENCY,
  KEY,
  DAY,
  MONTH,
  SERVICE,
  OPERATION,
  /** What counts as use, and what does not. */
  CLASS;

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From the parameter {@code by}. */
  static UsageGrouping parse(String text) {
    return Arrays.stream(values())
        .filter(each -> each.code().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "by",
                    text,
                    "allowed are "
                        + Arrays.stream(values())
                            .map(UsageGrouping::code)
                            .collect(Collectors.joining(", "))));
  }
}
