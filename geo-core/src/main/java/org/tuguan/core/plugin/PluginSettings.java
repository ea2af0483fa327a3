package org.tuguan.core.plugin;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the server's settings say under {@code tuguan.plugins.{id}.}; keys are small letters, digits
 * and hyphens, and may be environment variables ({@code TUGUAN_PLUGINS_KPI_MAILFROM}). A value that
 * cannot be understood throws {@link IllegalArgumentException} with the key: ask at the start.
 */
public interface PluginSettings {
  Optional<String> text(String key);

  int number(String key, int otherwise);

  boolean flag(String key, boolean otherwise);

  /** Written {@code 30s}, {@code 12h} or {@code PT30S}. */
  Duration time(String key, Duration otherwise);

  /** Separated by commas; empty if not set. */
  List<String> list(String key);
}
