package org.tuguan.core.plugin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.regex.Pattern;
import org.tuguan.core.LocalText;

/**
 * What a plugin says of itself in {@value #FILE}, a properties file in UTF-8 with the keys {@code
 * id}, {@code version}, {@code title.zh}, {@code title.en}, {@code summary.zh}, {@code summary.en},
 * {@code core} and {@code configuration}.
 *
 * @param id in addresses, in the name of its schema and in its settings: a letter, then letters and
 *     digits, all small
 * @param core versions of the library that it runs with
 * @param configuration name of the Spring configuration class that its context starts with
 */
public record PluginManifest(
    String id,
    CoreVersion version,
    LocalText title,
    LocalText summary,
    VersionRange core,
    String configuration) {
  /** In the jar. */
  public static final String FILE = "META-INF/tuguan-plugin.properties";

  /** Directory in the jar with the migrations of its schema, in Flyway's naming. */
  public static final String MIGRATIONS = "META-INF/tuguan/migration";

  /** Directory in the jar with what is served under {@code /plugins/{id}/}. */
  public static final String PORTAL = "META-INF/tuguan/portal";

  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]{1,30}");
  private static final int LARGEST = 64 * 1024;

  public PluginManifest {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException(
          "id '%s': a small letter, then 1 to 30 small letters and digits".formatted(id));
    }
    Objects.requireNonNull(version);
    Objects.requireNonNull(title);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(core);
    if (configuration.isBlank()) {
      throw new IllegalArgumentException("configuration is empty");
    }
  }

  /**
   * @throws IllegalArgumentException what is missing or cannot be understood
   */
  public static PluginManifest read(InputStream in) throws IOException {
    Properties said = new Properties();
    byte[] bytes = in.readNBytes(LARGEST + 1);
    if (bytes.length > LARGEST) {
      throw new IllegalArgumentException("it is larger than %d bytes".formatted(LARGEST));
    }
    said.load(new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8));
    return new PluginManifest(
        value(said, "id"),
        CoreVersion.parse(value(said, "version")),
        new LocalText(value(said, "title.zh"), value(said, "title.en")),
        new LocalText(said.getProperty("summary.zh", ""), said.getProperty("summary.en", "")),
        VersionRange.parse(value(said, "core")),
        value(said, "configuration"));
  }

  private static String value(Properties said, String key) {
    String value = said.getProperty(key, "").strip();
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  /** The schema of its tables. */
  public String schema() {
    return "plugin_" + id;
  }
}
