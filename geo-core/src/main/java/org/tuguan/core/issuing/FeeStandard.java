package org.tuguan.core.issuing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;

/**
 * One version of a fee standard (收費標準). Never changed: a new version is a new one.
 *
 * @param rules in the order in which they are applied to a charge
 */
public record FeeStandard(
    Edition edition,
    LocalText name,
    Origin origin,
    Manner manner,
    List<Product> products,
    List<FeeRule> rules) {
  /**
   * Which version of which standard.
   *
   * @param id the same in all versions; lower case and hyphens
   * @param aliases other ids under which it may be asked for
   * @param version the day of promulgation in ROC years, for example 106-03-15, or what is known
   * @param from first day in force; empty if not known
   * @param to last day in force; empty if none is known
   */
  public record Edition(
      String id,
      List<String> aliases,
      String version,
      Optional<LocalDate> from,
      Optional<LocalDate> to) {
    public Edition {
      Objects.requireNonNull(id);
      aliases = List.copyOf(aliases);
      Objects.requireNonNull(version);
      if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
        throw new IllegalArgumentException(id + ": ends before it starts");
      }
    }

    public boolean inForceOn(LocalDate day) {
      return !from.map(day::isBefore).orElse(false) && !to.map(day::isAfter).orElse(false);
    }
  }

  /**
   * Whose it is and where it was read.
   *
   * @param legalBasis articles that the standard rests on
   * @param uncertain what the sources leave open; a warning in every quote
   * @param document the JSON that this was read from
   */
  public record Origin(
      String authority,
      List<String> legalBasis,
      List<Source> sources,
      List<LocalText> uncertain,
      String document) {
    public Origin {
      legalBasis = List.copyOf(legalBasis);
      sources = List.copyOf(sources);
      uncertain = List.copyOf(uncertain);
      Objects.requireNonNull(document);
    }
  }

  /** Where the facts were read. */
  public record Source(String url, String note) {}

  /**
   * What holds for all of its prices.
   *
   * @param stacking whether reductions that fit together multiply, or only the best applies
   * @param area where the standard holds; empty for everywhere
   * @param demonstration true if the prices are made up, which every line then says
   * @param unlisted what happens to products that are not in the table
   */
  public record Manner(
      Rounding rounding,
      Stacking stacking,
      Optional<Territory> area,
      boolean demonstration,
      Unlisted unlisted) {}

  /**
   * How reductions meet.
   *
   * @param stated false if the standard does not say
   */
  public record Stacking(Mode mode, boolean stated) {
    /** What reductions do to each other. */
    public enum Mode {
      MULTIPLY,
      BEST
    }
  }

  /**
   * Where it holds.
   *
   * @param area name of an area that {@link FeeStandards} knows
   */
  public record Territory(String area, String article, LocalText text) {}

  /**
   * What is not in the table.
   *
   * @param article empty if the standard does not say, and it is the house's own rule
   */
  public record Unlisted(String article, LocalText text) {}

  public FeeStandard {
    Objects.requireNonNull(edition);
    Objects.requireNonNull(name);
    Objects.requireNonNull(origin);
    Objects.requireNonNull(manner);
    products = List.copyOf(products);
    rules = List.copyOf(rules);
  }

  /** Clauses of one kind, for example the limits of use that a licence has to state. */
  public List<FeeRule> listRules(RuleType type) {
    return rules.stream().filter(rule -> rule.type() == type).toList();
  }

  /** Reads a document in the format of data/fees/fee-standard.schema.json. */
  public static FeeStandard read(String json) {
    return new FeeStandardReader(JsonNode.read(json), json).standard();
  }
}
