package org.tuguan.core.issuing.law;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.JsonNode;

/**
 * On which days government offices work: weekdays that are no holiday, and Saturdays that make up
 * for a bridge day (補行上班日). Data: data/holidays, a yearly announcement.
 */
public final class Holidays {
  private final Map<LocalDate, LocalText> holidays = new LinkedHashMap<>();
  private final Set<LocalDate> workingSaturdays = new LinkedHashSet<>();
  private final int firstYear;
  private final int lastYear;

  private Holidays(JsonNode root) {
    root.only("calendar", "from_year", "to_year", "holidays", "working_saturdays", "sources");
    firstYear = root.get("from_year").amount().intValue();
    lastYear = root.get("to_year").amount().intValue();
    for (JsonNode node : root.get("holidays").items()) {
      node.only("day", "name");
      holidays.put(node.get("day").date(), node.get("name").local());
    }
    for (JsonNode node : root.get("working_saturdays").items()) {
      if (node.date().getDayOfWeek() != DayOfWeek.SATURDAY) {
        throw node.fault("應為星期六", "expected a Saturday");
      }
      workingSaturdays.add(node.date());
    }
  }

  public static Holidays read(String json) {
    return new Holidays(JsonNode.read(json));
  }

  /** Those on the class path. */
  public static Holidays shipped() {
    return read(Statutes.resource("/tuguan/holidays/taiwan-government.json"));
  }

  /** False for years that have not been announced: then only weekends are known. */
  public boolean covers(LocalDate day) {
    return day.getYear() >= firstYear && day.getYear() <= lastYear;
  }

  public Optional<LocalText> findHoliday(LocalDate day) {
    return Optional.ofNullable(holidays.get(day));
  }

  public boolean working(LocalDate day) {
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return weekend ? workingSaturdays.contains(day) : !holidays.containsKey(day);
  }

  /** The day itself if offices work on it. */
  public LocalDate workingDayFrom(LocalDate day) {
    LocalDate next = day;
    while (!working(next)) {
      next = next.plusDays(1);
    }
    return next;
  }
}
