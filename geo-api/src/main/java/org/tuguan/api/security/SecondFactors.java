package org.tuguan.api.security;

import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.tuguan.api.people.Secrets;

/** Codes for recovery: each lets its owner in once when the telephone is lost. */
final class SecondFactors {
  private static final int CODES = 8;

  private SecondFactors() {}

  static List<String> newRecoveryCodes() {
    return Stream.generate(() -> Secrets.newLetters(5) + "-" + Secrets.newLetters(5))
        .limit(CODES)
        .toList();
  }

  /** As it is kept. */
  static String hash(String code) {
    return HexFormat.of().formatHex(Secrets.sha256(code.strip().toLowerCase(Locale.ROOT)));
  }
}
