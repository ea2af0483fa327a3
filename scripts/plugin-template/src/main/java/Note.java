package org.tuguan.plugin.@id@;

import java.time.LocalDate;
import java.util.Objects;
import org.tuguan.core.RequestException;

/**
 * What somebody wrote.
 *
 * @param day in Asia/Taipei
 * @param account who wrote it
 */
record Note(LocalDate day, String account, String text) {
  private static final int LONGEST = 500;

  Note {
    Objects.requireNonNull(day);
    Objects.requireNonNull(account);
    if (text == null || text.isBlank()) {
      throw RequestException.missing("text");
    }
    if (text.length() > LONGEST) {
      throw RequestException.invalid("text", text, "at most %d characters".formatted(LONGEST));
    }
  }
}
