package org.tuguan.core;

import java.util.Locale;
import java.util.Objects;

/**
 * A text for people in Traditional Chinese and English.
 *
 * @param zh zh-TW; the reference where the two differ
 * @param en English; the Chinese text again where no translation is known
 */
public record LocalText(String zh, String en) {
  public LocalText {
    Objects.requireNonNull(zh);
    Objects.requireNonNull(en);
  }

  /** One text for both languages: names, identifiers, what nobody has translated. */
  public static LocalText same(String text) {
    return new LocalText(text, text);
  }

  public String in(Locale locale) {
    return locale.getLanguage().equals("zh") ? zh : en;
  }

  /** Both languages on one line, for documents that have a single title. */
  public String both() {
    return zh.equals(en) ? zh : zh + " " + en;
  }
}
