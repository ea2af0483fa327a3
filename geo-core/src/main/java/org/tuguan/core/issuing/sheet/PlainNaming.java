package org.tuguan.core.issuing.sheet;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Column and row with a prefix, for example {@code T1000-0273-4463}.
 *
 * @param prefix letters and digits
 */
record PlainNaming(String prefix) implements SheetNaming {
  private static final Pattern CODE = Pattern.compile("([A-Z0-9]+)-(\\d{4,6})-(\\d{4,6})");

  PlainNaming {
    if (!prefix.matches("[A-Z0-9]+")) {
      throw new IllegalArgumentException("prefix " + prefix);
    }
  }

  @Override
  public String number(Cell cell) {
    return String.format(Locale.ROOT, "%s-%04d-%04d", prefix, cell.column(), cell.row());
  }

  @Override
  public Optional<Cell> find(String number) {
    Matcher matcher = CODE.matcher(number.strip().toUpperCase(Locale.ROOT));
    return matcher.matches() && matcher.group(1).equals(prefix)
        ? Optional.of(
            new Cell(Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public String example() {
    return prefix + "-0273-4463";
  }
}
