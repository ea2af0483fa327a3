package org.tuguan.plugin.registers;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.PluginPeople;

/**
 * A case as somebody writes it down. What is left out of a change stays empty: it is the whole
 * case.
 *
 * @param due set by people; left out, it follows from the category
 * @param version that was seen, for a change
 */
record CaseDraft(
    String title,
    String category,
    String state,
    String agency,
    String handler,
    String manager,
    LocalDate opened,
    LocalDate due,
    LocalDate closed,
    Map<String, Object> fields,
    Double lon,
    Double lat,
    Integer version,
    String note) {
  private static final int LONGEST = 500;
  private static final int LONGEST_TEXT = 20_000;

  /**
   * @param before the case as it is; a new one has none, and no number yet
   * @throws RequestException what is missing or not allowed, by the field's name
   */
  Case check(
      Register register,
      Optional<Case> before,
      LocalDate today,
      PluginPeople people,
      Holidays holidays) {
    if (title == null || title.isBlank() || title.length() > LONGEST) {
      throw RequestException.invalid(
          "title",
          String.valueOf(title),
          new LocalText("1 至 %d 字".formatted(LONGEST), "1 to %d characters".formatted(LONGEST)));
    }
    if (agency == null || people.findAgency(agency).isEmpty()) {
      throw RequestException.invalid(
          "agency", String.valueOf(agency), new LocalText("須為機關代碼", "id of an agency"));
    }
    LocalDate begun = Objects.requireNonNullElse(opened, before.map(Case::opened).orElse(today));
    if (begun.isAfter(today)) {
      throw RequestException.invalid(
          "opened", begun.toString(), new LocalText("今日以前（含）的日期", "a day up to today"));
    }
    Register.Category kind = register.category(category);
    Register.State in = state == null ? register.firstState() : register.state(state);
    Map<String, Object> checked = fields(register);
    LocalDate from =
        register
            .runsFrom()
            .map(each -> LocalDate.parse(checked.get(each).toString()))
            .orElse(begun);
    return new Case(
        before.map(Case::id).orElse(0L),
        before.map(Case::number).orElse(""),
        register.id(),
        title.strip(),
        kind.id(),
        in.id(),
        agency,
        account("handler", handler, people),
        account("manager", manager, people),
        begun,
        from,
        due != null
            ? Optional.of(due)
            : kind.deadline().map(deadline -> deadline.last(from, holidays)),
        closed(in, begun, today),
        checked,
        place(register, lon),
        place(register, lat),
        false,
        before.map(Case::version).orElse(1));
  }

  private Optional<LocalDate> closed(Register.State in, LocalDate begun, LocalDate today) {
    if (!in.closed()) {
      return Optional.empty();
    }
    LocalDate day = Objects.requireNonNullElse(closed, today);
    if (day.isBefore(begun) || day.isAfter(today)) {
      throw RequestException.invalid(
          "closed", day.toString(), new LocalText("收件日至今日之間的日期", "a day from opened up to today"));
    }
    return Optional.of(day);
  }

  private Optional<Double> place(Register register, Double degrees) {
    if ((lon == null) != (lat == null)
        || lon != null && !(lon >= 117 && lon <= 124 && lat >= 20 && lat <= 28)) {
      throw RequestException.invalid(
          "lon",
          String.valueOf(lon),
          new LocalText(
              "臺灣的 WGS 84 經度（117 至 124），須與緯度 lat（20 至 28）一起填",
              "degrees of WGS 84 in Taiwan (117 to 124), together with lat (20 to 28)"));
    }
    return register.hasLocation() ? Optional.ofNullable(degrees) : Optional.empty();
  }

  private static String account(String name, String account, PluginPeople people) {
    if (account == null || account.isBlank()) {
      return "";
    }
    if (people.find(account).isEmpty()) {
      throw RequestException.invalid(name, account, new LocalText("須為帳號", "name of an account"));
    }
    return account;
  }

  private Map<String, Object> fields(Register register) {
    Map<String, Object> given = fields == null ? Map.of() : fields;
    for (String name : given.keySet()) {
      if (register.fields().stream().noneMatch(each -> each.id().equals(name))) {
        throw RequestException.invalid(
            "fields." + name,
            String.valueOf(given.get(name)),
            String.join(", ", register.fields().stream().map(Register.Field::id).toList()));
      }
    }
    Map<String, Object> checked = new TreeMap<>();
    for (Register.Field field : register.fields()) {
      Object value = given.get(field.id());
      if (value != null && !value.toString().isBlank()) {
        checked.put(field.id(), value(field, value));
      } else if (field.required()) {
        throw RequestException.missing("fields." + field.id());
      }
    }
    return checked;
  }

  private static Object value(Register.Field field, Object value) {
    String name = "fields." + field.id();
    String text = value.toString().strip();
    return switch (field.type()) {
      case TEXT -> {
        if (text.length() > LONGEST_TEXT) {
          throw RequestException.invalid(
              name,
              text,
              new LocalText(
                  "至多 %d 字".formatted(LONGEST_TEXT),
                  "at most %d characters".formatted(LONGEST_TEXT)));
        }
        yield text;
      }
      case NUMBER -> number(name, text);
      case DATE -> date(name, text);
      case FLAG -> flag(name, text);
      case CHOICE -> {
        if (!field.choices().contains(text)) {
          throw RequestException.invalid(name, text, String.join(", ", field.choices()));
        }
        yield text;
      }
    };
  }

  private static BigDecimal number(String name, String text) {
    try {
      BigDecimal number = new BigDecimal(text);
      if (number.precision() - number.scale() <= 15 && number.scale() <= 6) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw RequestException.invalid(name, text, new LocalText("須為數字", "a number"));
  }

  private static String date(String name, String text) {
    try {
      return LocalDate.parse(text).toString();
    } catch (DateTimeException e) {
      throw RequestException.invalid(
          name, text, new LocalText("日期，例如 2026-11-23", "a day as 2026-11-23"));
    }
  }

  private static Boolean flag(String name, String text) {
    if (text.equals("true") || text.equals("false")) {
      return Boolean.valueOf(text);
    }
    throw RequestException.invalid(name, text, new LocalText("true 或 false", "true or false"));
  }
}
