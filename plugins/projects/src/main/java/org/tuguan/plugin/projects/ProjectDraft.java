package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.plugin.PluginPeople;

/**
 * A project as somebody writes it down.
 *
 * @param version that was seen; a change must say it
 */
record ProjectDraft(
    String number,
    String title,
    String agency,
    String kind,
    String officer,
    String manager,
    BigDecimal budget,
    BigDecimal allottedQ3,
    BigDecimal allotted,
    BigDecimal spent,
    Boolean granted,
    Integer year,
    LocalDate tenderDue,
    LocalDate tendered,
    Integer failedTenders,
    LocalDate awarded,
    LocalDate started,
    LocalDate completed,
    Double lon,
    Double lat,
    Integer version) {
  private static final int LONGEST = 200;
  private static final BigDecimal MOST = new BigDecimal("99999999999999");

  /**
   * @param id of the project that is changed, 0 for a new one
   * @throws RequestException what is missing or not allowed
   */
  Project check(long id, PluginPeople people) {
    if (id != 0 && version == null) {
      throw RequestException.missing("version");
    }
    if (agency == null || people.findAgency(agency).isEmpty()) {
      throw RequestException.invalid(
          "agency", String.valueOf(agency), new LocalText("須為機關代碼", "id of an agency"));
    }
    if (tenderDue == null) {
      throw RequestException.missing("tender_due");
    }
    if (year == null || year < 1990 || year > 2200) {
      throw RequestException.invalid(
          "year", String.valueOf(year), new LocalText("西元年", "a year of the common era"));
    }
    if ((lon == null) != (lat == null)
        || lon != null && (Math.abs(lon) > 180 || Math.abs(lat) > 90)) {
      throw RequestException.invalid(
          "lon",
          String.valueOf(lon),
          new LocalText("經緯度，須與 lat 一起填", "degrees, together with lat"));
    }
    BigDecimal byQ3 =
        amount("allotted_q3", Objects.requireNonNullElse(allottedQ3, BigDecimal.ZERO));
    BigDecimal whole = amount("allotted", Objects.requireNonNullElse(allotted, byQ3));
    if (whole.compareTo(byQ3) < 0) {
      throw RequestException.invalid(
          "allotted", whole.toString(), new LocalText("不得少於 allotted_q3", "at least allotted_q3"));
    }
    return new Project(
        id,
        text("number", number),
        text("title", title),
        agency,
        chosenKind(),
        new Project.People(text("officer", officer), text("manager", manager)),
        new Project.Money(
            amount("budget", budget),
            byQ3,
            whole,
            amount("spent", Objects.requireNonNullElse(spent, BigDecimal.ZERO))),
        Boolean.TRUE.equals(granted),
        year,
        stages(),
        Optional.ofNullable(lon),
        Optional.ofNullable(lat),
        false,
        Objects.requireNonNullElse(version, 0));
  }

  private ProjectKind chosenKind() {
    try {
      return ProjectKind.valueOf(Objects.toString(kind, "").toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw RequestException.invalid(
          "kind",
          String.valueOf(kind),
          new LocalText("PURCHASE、DESIGN、LAND 或 WORKS", "PURCHASE, DESIGN, LAND or WORKS"));
    }
  }

  private Project.Stages stages() {
    try {
      return new Project.Stages(
          tenderDue,
          Optional.ofNullable(tendered),
          failedTenders == null ? 0 : failedTenders,
          Optional.ofNullable(awarded),
          Optional.ofNullable(started),
          Optional.ofNullable(completed));
    } catch (IllegalArgumentException e) {
      throw RequestException.invalid(
          e.getMessage(),
          "",
          new LocalText(
              "不得小於 0；公告、決標、開工、完工的日期須依序",
              "not below 0; and tendered, awarded, started, completed in this order"));
    }
  }

  private static String text(String name, String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST) {
      throw RequestException.invalid(
          name,
          String.valueOf(value),
          new LocalText("1 至 %d 字".formatted(LONGEST), "1 to %d characters".formatted(LONGEST)));
    }
    return value.strip();
  }

  private static BigDecimal amount(String name, BigDecimal value) {
    if (value == null
        || value.signum() < 0
        || value.compareTo(MOST) > 0
        || value.stripTrailingZeros().scale() > 0) {
      throw RequestException.invalid(
          name, String.valueOf(value), new LocalText("新臺幣整數元，不得小於 0", "whole NT$, not below 0"));
    }
    return value;
  }
}
