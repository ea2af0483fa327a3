package org.tuguan.core.issuing.sheet;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Numbers of the national series. A 1:100,000 sheet is column and row of half degrees counted from
 * 73.5 east, 14 north, both from 1; smaller sheets are parts of it.
 */
record GraticuleNaming(SheetSeries series) implements SheetNaming {
  private static final int HALF_DEGREE = 1800;
  private static final Pattern BIG = Pattern.compile("(\\d\\d)(\\d\\d)");
  private static final Pattern MIDDLE = Pattern.compile("(\\d\\d)(\\d\\d)-?([1-4])");
  private static final Pattern QUARTERED =
      Pattern.compile("(\\d\\d)(\\d\\d)-?([1-4])-?(NE|SE|SW|NW)");
  private static final Pattern SMALL = Pattern.compile("(\\d\\d)(\\d\\d)-?([1-4])-?(\\d{3})");

  /** Clockwise from north-east. */
  private static final List<String> QUARTERS = List.of("NE", "SE", "SW", "NW");

  @Override
  public String number(Cell cell) {
    int side = HALF_DEGREE / series.seconds();
    int column = cell.column() / side;
    int row = cell.row() / side;
    String big = String.format(Locale.ROOT, "%02d%02d", column + 1, row + 1);
    int x = cell.column() % side;
    int y = cell.row() % side;
    int half = side / 2;
    return switch (series) {
      case SCALE_100000 -> big;
      case SCALE_50000 -> big + "-" + quarter(x, y, 1);
      case SCALE_25000 ->
          big + "-" + quarter(x, y, half) + "-" + QUARTERS.get(quarter(x % half, y % half, 1) - 1);
      case SCALE_5000 ->
          String.format(
              Locale.ROOT,
              "%s%d%03d",
              big,
              quarter(x, y, half),
              (half - 1 - y % half) * half + x % half + 1);
    };
  }

  /** 1 to 4, clockwise from north-east. */
  private static int quarter(int x, int y, int half) {
    if (x >= half) {
      return y >= half ? 1 : 2;
    }
    return y >= half ? 4 : 3;
  }

  @Override
  public Optional<Cell> find(String number) {
    String text = number.strip().toUpperCase(Locale.ROOT);
    Matcher matcher =
        switch (series) {
          case SCALE_100000 -> BIG.matcher(text);
          case SCALE_50000 -> MIDDLE.matcher(text);
          case SCALE_25000 -> QUARTERED.matcher(text);
          case SCALE_5000 -> SMALL.matcher(text);
        };
    return matcher.matches() ? cell(matcher) : Optional.empty();
  }

  private Optional<Cell> cell(Matcher matcher) {
    int side = HALF_DEGREE / series.seconds();
    int column = (Integer.parseInt(matcher.group(1)) - 1) * side;
    int row = (Integer.parseInt(matcher.group(2)) - 1) * side;
    if (column < 0 || row < 0) {
      return Optional.empty();
    }
    if (series == SheetSeries.SCALE_100000) {
      return Optional.of(new Cell(column, row));
    }
    int half = side / 2;
    int quarter = Integer.parseInt(matcher.group(3));
    column += east(quarter) * half;
    row += north(quarter) * half;
    if (series == SheetSeries.SCALE_25000) {
      int part = QUARTERS.indexOf(matcher.group(4)) + 1;
      return Optional.of(new Cell(column + east(part), row + north(part)));
    }
    if (series == SheetSeries.SCALE_5000) {
      int place = Integer.parseInt(matcher.group(4)) - 1;
      boolean inside = place >= 0 && place < half * half;
      return inside
          ? Optional.of(new Cell(column + place % half, row + half - 1 - place / half))
          : Optional.empty();
    }
    return Optional.of(new Cell(column, row));
  }

  private static int east(int quarter) {
    return quarter <= 2 ? 1 : 0;
  }

  private static int north(int quarter) {
    return quarter == 1 || quarter == 4 ? 1 : 0;
  }

  @Override
  public String example() {
    return switch (series) {
      case SCALE_100000 -> "9521";
      case SCALE_50000 -> "9521-3";
      case SCALE_25000 -> "9521-3-NE";
      case SCALE_5000 -> "95213036";
    };
  }
}
