package org.tuguan.core.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.geotools.api.filter.Filter;
import org.geotools.api.style.Description;
import org.geotools.api.style.FeatureTypeStyle;
import org.geotools.api.style.Rule;
import org.geotools.api.style.Style;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * What a style's symbols mean: an entry for each title that its rules have, in their order, those
 * that are drawn on top first.
 *
 * <p>A title is written {@code 中文|English}; without the bar it serves both languages. Rules of one
 * title are one entry: casing and filling of a road, the same road at other scales. Rules without a
 * title are left out, unless no rule has one.
 */
public record Legend(LocalText title, List<Entry> entries) {
  private static final LocalText NOTHING = LocalText.same("");

  public Legend {
    Objects.requireNonNull(title);
    entries = List.copyOf(entries);
  }

  /**
   * Rules that belong together.
   *
   * @param rules never empty, bottom first
   * @param shownAt denominator of the scale at which the symbol is drawn
   */
  public record Entry(LocalText title, List<Placed> rules, double shownAt) {
    public Entry {
      Objects.requireNonNull(title);
      rules = List.copyOf(rules);
    }

    /** Name of the first rule that has one, or empty. */
    public String name() {
      return rules.stream()
          .map(each -> each.rule.getName())
          .filter(Objects::nonNull)
          .findFirst()
          .orElse("");
    }

    /** The largest scale at which any of the rules is active, as a denominator. */
    public double minScaleDenominator() {
      return rules.stream().mapToDouble(each -> each.rule.getMinScaleDenominator()).min().orElse(0);
    }

    /** The smallest scale at which any of the rules is active; infinite if there is no end. */
    public double maxScaleDenominator() {
      return rules.stream()
          .mapToDouble(each -> each.rule.getMaxScaleDenominator())
          .max()
          .orElse(Double.POSITIVE_INFINITY);
    }

    /** True if the entry is for what no other rule takes. */
    public boolean otherwise() {
      return rules.get(0).rule.isElseFilter();
    }

    /** Which features the first of the rules is for. */
    public Filter filter() {
      Filter filter = rules.get(0).rule.getFilter();
      return filter == null ? Filter.INCLUDE : filter;
    }

    /** The rules that make up the symbol, bottom first. */
    List<Placed> shown() {
      return rules.stream().filter(each -> LayerStyle.active(each.rule, shownAt)).toList();
    }
  }

  /** A rule, and the number of its {@code FeatureTypeStyle}, bottom first. */
  public record Placed(int pass, Rule rule) {}

  /**
   * @param rule only rules of this name
   * @param scale only rules that are active at this denominator
   * @throws RequestException on RULE if there is no rule of that name
   */
  public static Legend of(Style style, Optional<String> rule, OptionalDouble scale) {
    List<Placed> all = rules(style);
    List<Placed> wanted =
        all.stream()
            .filter(each -> rule.isEmpty() || rule.get().equals(each.rule.getName()))
            .toList();
    if (rule.isPresent() && wanted.isEmpty()) {
      throw RequestException.invalid("RULE", rule.get(), "the style has no rule of this name");
    }
    List<Placed> active =
        wanted.stream()
            .filter(each -> scale.isEmpty() || LayerStyle.active(each.rule, scale.getAsDouble()))
            .toList();
    boolean titled = rule.isEmpty() && all.stream().anyMatch(each -> !title(each).equals(NOTHING));
    return new Legend(text(style.getDescription()), entries(active, titled, scale));
  }

  private static List<Placed> rules(Style style) {
    List<Placed> all = new ArrayList<>();
    int pass = 0;
    for (FeatureTypeStyle each : style.featureTypeStyles()) {
      for (Rule rule : each.rules()) {
        all.add(new Placed(pass, rule));
      }
      pass++;
    }
    return all;
  }

  private static List<Entry> entries(List<Placed> rules, boolean titled, OptionalDouble scale) {
    Map<LocalText, List<Placed>> byTitle = new LinkedHashMap<>();
    List<Entry> untitled = new ArrayList<>();
    for (Placed each : rules) {
      LocalText title = title(each);
      if (!title.equals(NOTHING)) {
        byTitle.computeIfAbsent(title, unused -> new ArrayList<>()).add(each);
      } else if (!titled) {
        String name = each.rule.getName();
        untitled.add(
            new Entry(
                name == null ? NOTHING : LocalText.same(name),
                List.of(each),
                shownAt(List.of(each), scale)));
      }
    }
    List<Entry> entries = new ArrayList<>();
    byTitle.forEach((title, same) -> entries.add(new Entry(title, same, shownAt(same, scale))));
    entries.addAll(untitled);
    entries.sort(Comparator.comparingInt(Legend::highestPass).reversed());
    return entries;
  }

  private static int highestPass(Entry entry) {
    return entry.rules.stream().mapToInt(Placed::pass).max().orElse(0);
  }

  /** The scale asked for, else the near end of the middle one of the ranges the rules have. */
  private static double shownAt(List<Placed> rules, OptionalDouble scale) {
    List<Double> ends =
        rules.stream().map(each -> each.rule.getMinScaleDenominator()).distinct().sorted().toList();
    return scale.orElse(ends.get((ends.size() - 1) / 2));
  }

  private static LocalText title(Placed placed) {
    return text(placed.rule.getDescription());
  }

  private static LocalText text(Description description) {
    if (description == null || description.getTitle() == null) {
      return NOTHING;
    }
    return text(description.getTitle().toString());
  }

  /** The two languages of a title. */
  static LocalText text(String title) {
    String[] parts = title.split("\\|", 2);
    String zh = parts[0].strip();
    return new LocalText(zh, parts.length == 1 ? zh : parts[1].strip());
  }
}
