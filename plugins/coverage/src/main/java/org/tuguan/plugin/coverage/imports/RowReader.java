package org.tuguan.plugin.coverage.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.function.Function;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.feature.Feature;

/**
 * The values of one feature by our names. One that cannot be understood is noted and taken as
 * missing, so that a row tells everything that is wrong with it at once.
 */
final class RowReader {
  private static final List<String> YES =
      List.of("true", "t", "1", "yes", "y", "built", "是", "已建", "已建置", "啟用", "已啟用");
  private static final List<String> NO =
      List.of("false", "f", "0", "no", "n", "planned", "否", "未建", "未建置", "規劃", "規劃中");

  private final Feature feature;
  private final Columns columns;
  private final Faults faults;
  private final long before;

  RowReader(Feature feature, Columns columns, Faults faults) {
    this.feature = feature;
    this.columns = columns;
    this.faults = faults;
    this.before = faults.count();
  }

  /** Whether nothing has been found wrong so far. */
  boolean good() {
    return faults.count() == before;
  }

  /**
   * Notes what is wrong.
   *
   * @param name ours; empty for the row
   */
  void wrong(String name, LocalText reason) {
    String column = columns.attributes().getOrDefault(name, "");
    faults.add(new BadRow(BadRow.Of.LAYER, feature.id(), name, column, reason));
  }

  private void notUnderstood(String name, String text, String zh, String en) {
    String quoted = RequestException.quote(text);
    wrong(
        name, new LocalText("%s 不是%s".formatted(quoted, zh), "%s is not %s".formatted(quoted, en)));
  }

  private Object value(String name) {
    return columns.has(name) ? feature.value(columns.attributes().get(name)) : null;
  }

  Optional<String> text(String name) {
    Object value = value(name);
    String text = value == null ? "" : value.toString().strip();
    return text.isEmpty() ? Optional.ofNullable(columns.fixed().get(name)) : Optional.of(text);
  }

  private OptionalDouble number(String name, DoublePredicate allowed, String zh, String en) {
    Optional<String> text = text(name);
    Optional<Double> number =
        text.flatMap(Values::number)
            .map(BigDecimal::doubleValue)
            .filter(each -> Double.isFinite(each) && allowed.test(each));
    if (text.isPresent() && number.isEmpty()) {
      notUnderstood(name, text.get(), zh, en);
    }
    return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
  }

  OptionalDouble number(String name) {
    return number(name, any -> true, "數字", "a number");
  }

  OptionalDouble positive(String name) {
    return number(name, number -> number > 0, "大於 0 的數字", "a number above 0");
  }

  /** A number from the lowest to the highest that is allowed, both included. */
  OptionalDouble within(String name, int lowest, int highest) {
    String from = Values.grouped(lowest);
    String to = Values.grouped(highest);
    return number(
        name,
        number -> number >= lowest && number <= highest,
        " %s 至 %s 的數字".formatted(from, to),
        "a number from %s to %s".formatted(from, to));
  }

  /** 0 where nothing is said. */
  int people(String name) {
    Optional<String> text = text(name);
    Optional<Integer> people = text.flatMap(Values::people);
    if (text.isPresent() && people.isEmpty()) {
      notUnderstood(name, text.get(), "人數（0 以上整數）", "a number of people, whole and at least 0");
    }
    return people.orElse(0);
  }

  /** A day, or the day of a moment as it was written. */
  Optional<LocalDate> date(String name) {
    Object value = value(name);
    if (value instanceof LocalDate day) {
      return Optional.of(day);
    }
    if (value instanceof OffsetDateTime moment) {
      return Optional.of(moment.toLocalDate());
    }
    Optional<String> text = text(name);
    Optional<LocalDate> day = text.map(Values::plain).flatMap(Days::parse);
    if (text.isPresent() && day.isEmpty()) {
      notUnderstood(name, text.get(), "日期（2021-03-31 或 110/03/31）", "a day such as 2021-03-31");
    }
    return day;
  }

  boolean flag(String name, boolean otherwise) {
    Optional<String> text = text(name).map(word -> Values.plain(word).toLowerCase(Locale.ROOT));
    if (text.isPresent() && !YES.contains(text.get()) && !NO.contains(text.get())) {
      notUnderstood(name, text.get(), "「是」或「否」", "yes or no");
    }
    return text.map(YES::contains).orElse(otherwise);
  }

  /**
   * @param find what a word stands for
   * @param allowed the words there are
   */
  <T> Optional<T> word(String name, Function<String, Optional<T>> find, List<String> allowed) {
    Optional<String> text = text(name);
    Optional<T> found = text.flatMap(find);
    if (text.isPresent() && found.isEmpty()) {
      String list = String.join("、", allowed);
      notUnderstood(name, text.get(), " " + list + " 之一", "one of " + String.join(", ", allowed));
    }
    return found;
  }
}
