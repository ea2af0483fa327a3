package org.tuguan.api.plugin;

import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.RequestException;

/**
 * Why a plugin is in quarantine.
 *
 * @param cause one line for administrators, without a stack trace
 * @param clash the name that is taken, if that is why; when it is free, the plugin may start
 */
record PluginFault(Stage stage, String cause, Optional<NameClash> clash) {
  private static final int LONGEST = 400;

  /** How far it came. */
  enum Stage {
    /** Its jar or its manifest cannot be read. */
    MANIFEST,
    /** It wants another version of the library. */
    VERSION,
    /** Its id, or the name of something that it brings, is taken. */
    NAME,
    /** Its tables could not be made. */
    MIGRATION,
    /** A class or library is missing. */
    CLASSES,
    /** It threw something when it started. */
    START,
    /** It did not start in time. */
    TIME,
    /** Work of its own went on after its time was over and it had been interrupted. */
    RUN
  }

  PluginFault(Stage stage, String cause) {
    this(stage, cause, Optional.empty());
  }

  PluginFault {
    Objects.requireNonNull(stage);
    Objects.requireNonNull(clash);
    String clean = cause.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    cause = clean.length() <= LONGEST ? clean : clean.substring(0, LONGEST) + "…";
  }

  /** What was thrown while a plugin came to this stage. */
  static PluginFault of(Stage reached, Throwable thrown) {
    Throwable root = thrown;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      root = each;
      if (each instanceof PluginException known) {
        return known.fault();
      }
      if (each instanceof ClassNotFoundException || each instanceof NoClassDefFoundError) {
        return new PluginFault(
            Stage.CLASSES,
            "class %s is missing".formatted(String.valueOf(each.getMessage()).replace('/', '.')));
      }
    }
    Stage stage = root instanceof LinkageError ? Stage.CLASSES : reached;
    String words =
        root instanceof RequestException refused ? refused.text().both() : root.getMessage();
    return new PluginFault(
        stage, root.getClass().getSimpleName() + (words == null ? "" : ": " + words));
  }
}
