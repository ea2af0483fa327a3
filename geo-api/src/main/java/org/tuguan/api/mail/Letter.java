package org.tuguan.api.mail;

import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * A message in both languages, Chinese first, as everybody gets it.
 *
 * @param link what is to be opened, or empty
 */
public record Letter(LocalText subject, LocalText text, String link) {
  public Letter {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(text);
    Objects.requireNonNull(link);
  }

  String body() {
    String middle = link.isEmpty() ? "" : "\n\n" + link;
    return "%s%s\n\n----\n\n%s%s\n".formatted(text.zh(), middle, text.en(), middle);
  }
}
