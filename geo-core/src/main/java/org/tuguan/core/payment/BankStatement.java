package org.tuguan.core.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * What a bank says came, as CSV. The first line names the columns, in any order: {@code
 * transaction_id} (the bank's own, one for each movement), {@code date} (2026-12-01, 2026/12/1 or
 * ROC 115/12/01), {@code amount} (whole NT$), {@code reference} (the number of the payment) and, if
 * known, {@code payer}. Other columns are left alone. A file with a line that cannot be read, or of
 * a day that has not come, is refused whole: nobody has to find out which lines were booked.
 *
 * <p>Two lines of one file are two movements, even if they say exactly the same: a bank lists each
 * once, while statements of the same account overlap.
 */
public final class BankStatement {
  private static final List<String> NEEDED =
      List.of("transaction_id", "date", "amount", "reference");
  private static final int MOST_LINES = 20_000;
  private static final int LONGEST = 100;
  private static final Pattern DATE = Pattern.compile("(\\d{3,4})[/-](\\d{1,2})[/-](\\d{1,2})");
  private static final int ROC = 1911;

  private BankStatement() {}

  /**
   * @param number of the line in the file, from 1
   * @param transaction the bank's id
   * @param reference as the bank has it, right or wrong
   * @param amount whole NT$, above 0
   * @param copy the how manieth line of this file that says the same of transaction, date, amount
   *     and reference, from 1
   */
  public record Line(
      long number,
      String transaction,
      LocalDate date,
      BigDecimal amount,
      String reference,
      String payer,
      int copy) {}

  /**
   * Throws UNREADABLE_DATA or INVALID_PARAMETER with the line.
   *
   * @param today in Asia/Taipei
   */
  public static List<Line> read(String csv, LocalDate today) {
    String text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
      List<Line> lines = new ArrayList<>();
      Map<List<Object>, Integer> copies = new HashMap<>();
      Optional<Map<String, Integer>> columns = Optional.empty();
      long number = 1;
      for (CSVRecord record : parser) {
        if (!blank(record)) {
          if (columns.isEmpty()) {
            columns = Optional.of(columns(record));
          } else {
            Line line = line(number, columns.get(), record);
            if (line.date().isAfter(today)) {
              throw fault(
                  number, "日期在未來：" + line.date(), "a day that has not come: " + line.date());
            }
            lines.add(numbered(line, copies));
          }
        }
        number = parser.getCurrentLineNumber() + 1;
      }
      if (lines.isEmpty() || lines.size() > MOST_LINES) {
        throw fault(
            1, "應有 1 至 %d 筆".formatted(MOST_LINES), "expected 1 to %d lines".formatted(MOST_LINES));
      }
      return List.copyOf(lines);
    } catch (IOException | UncheckedIOException e) {
      throw fault(1, "不是 CSV：" + e.getMessage(), "not CSV: " + e.getMessage());
    }
  }

  private static Line numbered(Line line, Map<List<Object>, Integer> copies) {
    int copy =
        copies.merge(
            List.of(line.transaction(), line.date(), line.amount(), line.reference()),
            1,
            Integer::sum);
    return new Line(
        line.number(),
        line.transaction(),
        line.date(),
        line.amount(),
        line.reference(),
        line.payer(),
        copy);
  }

  private static boolean blank(CSVRecord record) {
    return record.size() == 1 && record.get(0).isBlank();
  }

  private static Map<String, Integer> columns(CSVRecord header) {
    Map<String, Integer> columns = new TreeMap<>();
    for (int i = 0; i < header.size(); i++) {
      columns.putIfAbsent(header.get(i).strip().toLowerCase(Locale.ROOT), i);
    }
    if (!columns.keySet().containsAll(NEEDED)) {
      throw fault(
          1,
          "須有欄位 " + String.join(",", NEEDED),
          "the columns must be " + String.join(",", NEEDED) + " and may be payer");
    }
    return columns;
  }

  private static Line line(long number, Map<String, Integer> columns, CSVRecord record) {
    String transaction = field(number, columns, record, "transaction_id");
    String amount = field(number, columns, record, "amount").replace(",", "");
    if (transaction.isEmpty()) {
      throw fault(number, "缺少 transaction_id", "transaction_id is missing");
    }
    if (!amount.matches("0*[1-9]\\d{0,8}(\\.0+)?")) {
      throw fault(number, "金額須為整數元：" + amount, "the amount must be whole NT$ above 0: " + amount);
    }
    return new Line(
        number,
        transaction,
        date(number, field(number, columns, record, "date")),
        new BigDecimal(amount).setScale(0),
        field(number, columns, record, "reference"),
        columns.containsKey("payer") ? field(number, columns, record, "payer") : "",
        1);
  }

  private static String field(
      long number, Map<String, Integer> columns, CSVRecord record, String name) {
    int column = columns.get(name);
    if (column >= record.size()) {
      throw fault(number, "缺少 " + name, name + " is missing");
    }
    String text = record.get(column).strip();
    if (text.length() > LONGEST || text.matches("(?s).*\\p{Cntrl}.*")) {
      throw fault(
          number,
          "%s 至多 %d 字，不可有控制字元".formatted(name, LONGEST),
          "%s: %d characters at most, no control characters".formatted(name, LONGEST));
    }
    return text;
  }

  private static LocalDate date(long number, String text) {
    Matcher parts = DATE.matcher(text);
    try {
      if (parts.matches()) {
        int year = Integer.parseInt(parts.group(1));
        return LocalDate.of(
            year < ROC ? year + ROC : year,
            Integer.parseInt(parts.group(2)),
            Integer.parseInt(parts.group(3)));
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    String quoted = RequestException.quote(text);
    throw fault(
        number,
        "不是日期（民國三碼或西元四碼年）：" + quoted,
        "not a date (a year of three digits of the ROC, or of four): " + quoted);
  }

  private static RequestException fault(long line, String zh, String en) {
    return new RequestException(
        Fault.UNREADABLE_DATA,
        "line " + line,
        new LocalText("第 %d 行：%s".formatted(line, zh), "line %d: %s".formatted(line, en)));
  }
}
