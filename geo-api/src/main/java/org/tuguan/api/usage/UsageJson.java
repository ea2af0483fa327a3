package org.tuguan.api.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tuguan.core.LocalText;

/**
 * Use as {@code /api/v1/usage} tells it.
 *
 * @param from first day, in Asia/Taipei
 * @param to last day
 * @param scope whose use the caller may see: all, agency, partner, key, account, public
 * @param counted the class that is summed up; null for all
 * @param rules version of the rules by which records are classed now
 * @param asOf everything up to this moment is in
 * @param fewest smaller numbers of uses are not told; null if all are
 * @param total of the rows with numbers
 */
record UsageJson(
    LocalDate from,
    LocalDate to,
    String by,
    String scope,
    String counted,
    LocalText method,
    int rules,
    Instant asOf,
    JdbcUsage.Gaps missing,
    Integer fewest,
    List<Row> rows,
    Total total) {
  static final LocalText METHOD =
      new LocalText(
          "一次使用為一個請求中的一個圖層；探測、失敗與測試不計。日期以臺北時間計。",
          "One use is one layer in one request; probes, failures and tests do not count. Days are those of Taipei.");

  /**
   * @param id null for the anonymous, and where there is none
   * @param name null if it has none but its id
   * @param uses null if they are too few to be told
   * @param shown the same as text: {@code <5}
   */
  record Row(String id, LocalText name, Long uses, Long count, Long bytes, String shown) {}

  record Total(long uses, long count, long bytes) {}
}
