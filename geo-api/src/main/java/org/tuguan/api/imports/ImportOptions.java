package org.tuguan.api.imports;

import java.nio.charset.Charset;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tuguan.api.publishing.LayerWords;
import org.tuguan.api.publishing.PublishOptions;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.crs.Crs;
import org.tuguan.core.imports.ReadOptions;
import org.tuguan.core.imports.TextEncoding;

/**
 * How a file is to be imported; the same words on the command line ({@code --title-en}) and in a
 * form ({@code title_en}).
 *
 * @param name of the layer; empty for the file's name
 * @param words what people read about the layer; those that are not given stay as they are
 * @param skipBad load the good rows if there are bad ones
 * @param dryRun look only
 */
public record ImportOptions(
    Optional<String> name, LayerWords words, ReadOptions read, boolean skipBad, boolean dryRun) {
  /** Options that stand alone on a command line. */
  public static final Set<String> FLAGS = Set.of("skip_bad", "dry_run", "synthetic");

  /** Those that a layer published in another way does not have. */
  private static final Set<String> OWN =
      Set.of("name", "encoding", "crs", "x", "y", "layer", "key", "skip_bad", "dry_run");

  public ImportOptions {
    Objects.requireNonNull(name);
    Objects.requireNonNull(words);
    Objects.requireNonNull(read);
    name.ifPresent(
        given -> {
          if (!Layer.NAME.matcher(given).matches()) {
            throw RequestException.invalid(
                "name", given, "up to 63 letters of any script, digits, and _ - .");
          }
        });
  }

  /** Reads options by name; blank values count as not given. */
  public static ImportOptions parse(Map<String, String> given) {
    PublishOptions.refuseUnknown(given, OWN);
    ReadOptions read =
        new ReadOptions(
            PublishOptions.text(given, "encoding").map(ImportOptions::charset),
            PublishOptions.text(given, "crs").map(text -> Crs.parse("crs", text)),
            PublishOptions.text(given, "x"),
            PublishOptions.text(given, "y"),
            PublishOptions.text(given, "layer"),
            PublishOptions.text(given, "key"));
    return new ImportOptions(
        PublishOptions.text(given, "name"),
        PublishOptions.words(given),
        read,
        PublishOptions.flag(given, "skip_bad").orElse(false),
        PublishOptions.flag(given, "dry_run").orElse(false));
  }

  private static Charset charset(String text) {
    return TextEncoding.find(text)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "encoding", text, "allowed are UTF-8, Big5, Latin-1 and others by name"));
  }
}
