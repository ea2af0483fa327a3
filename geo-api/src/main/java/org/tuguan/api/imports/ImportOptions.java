package org.tuguan.api.imports;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tuguan.api.publishing.LayerWords;
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

  private static final Set<String> VALUES =
      Set.of(
          "name",
          "title",
          "title_en",
          "theme",
          "agency",
          "encoding",
          "crs",
          "x",
          "y",
          "layer",
          "key",
          "attribution",
          "licence",
          "date");

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
    Map<String, String> options = new LinkedHashMap<>();
    given.forEach(
        (name, value) -> {
          if (!VALUES.contains(name) && !FLAGS.contains(name)) {
            throw RequestException.invalid(
                name, value, "no such option; there are " + String.join(", ", listNames()));
          }
          if (!value.isBlank()) {
            options.put(name, value.strip());
          }
        });
    ReadOptions read =
        new ReadOptions(
            text(options, "encoding").map(ImportOptions::charset),
            text(options, "crs").map(text -> Crs.parse("crs", text)),
            text(options, "x"),
            text(options, "y"),
            text(options, "layer"),
            text(options, "key"));
    LayerWords words =
        new LayerWords(
            text(options, "title"),
            text(options, "title_en"),
            text(options, "theme"),
            text(options, "agency"),
            text(options, "attribution"),
            text(options, "licence"),
            text(options, "date").map(ImportOptions::day),
            text(options, "synthetic").map(text -> flag("synthetic", text)));
    return new ImportOptions(
        text(options, "name"),
        words,
        read,
        text(options, "skip_bad").map(text -> flag("skip_bad", text)).orElse(false),
        text(options, "dry_run").map(text -> flag("dry_run", text)).orElse(false));
  }

  private static Iterable<String> listNames() {
    return Stream.concat(VALUES.stream(), FLAGS.stream()).sorted().toList();
  }

  private static Optional<String> text(Map<String, String> options, String name) {
    return Optional.ofNullable(options.get(name));
  }

  private static Charset charset(String text) {
    return TextEncoding.find(text)
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "encoding", text, "allowed are UTF-8, Big5, Latin-1 and others by name"));
  }

  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw RequestException.invalid("date", text, "a day is written 2026-01-31");
    }
  }

  private static boolean flag(String name, String text) {
    return switch (text) {
      case "true", "yes", "1", "on" -> true;
      case "false", "no", "0", "off" -> false;
      default -> throw RequestException.invalid(name, text, "true or false");
    };
  }
}
