package org.tuguan.core.exports;

import java.util.Objects;
import org.tuguan.core.LocalText;

/** Something that the format could not hold as it was. */
public record ExportNote(Kind kind, LocalText text) {
  /** What kind of loss it is. */
  public enum Kind {
    /** Characters that the encoding does not have; a question mark stands for each. */
    CHARACTERS,
    /** Text longer than a field may be, cut at its end. */
    LENGTH,
    /** Names of fields made shorter; a side file maps them. */
    FIELD_NAMES,
    /** Coordinates outside the domain of the system; the feature has no geometry. */
    COORDINATES
  }

  public ExportNote {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(text);
  }
}
