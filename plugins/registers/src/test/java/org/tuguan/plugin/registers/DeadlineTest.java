package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.plugin.registers.Deadline.Unit;

class DeadlineTest {
  private final Holidays holidays = Holidays.shipped();

  private void assertEnds(int length, Unit unit, String from, String last) {
    assertThat(new Deadline(length, unit).last(LocalDate.parse(from), holidays))
        .as("%d %s from %s", length, unit, from)
        .isEqualTo(LocalDate.parse(last));
  }

  @Test
  void calendarDaysEndOnADayOnWhichOfficesWork() {
    assertEnds(3, Unit.CALENDAR_DAYS, "2026-11-23", "2026-11-26");
    // A Saturday moves to Monday.
    assertEnds(5, Unit.CALENDAR_DAYS, "2026-11-23", "2026-11-30");
    // Over the new year: the first is a holiday, then a weekend from the third on.
    assertEnds(3, Unit.CALENDAR_DAYS, "2025-12-29", "2026-01-02");
    // Into the nine days of the lunar new year of 2026.
    assertEnds(5, Unit.CALENDAR_DAYS, "2026-02-10", "2026-02-23");
  }

  @Test
  void aMakeUpSaturdayIsADayOfWork() {
    assertEnds(5, Unit.CALENDAR_DAYS, "2025-02-03", "2025-02-08");
    assertEnds(1, Unit.WORKING_DAYS, "2025-02-07", "2025-02-08");
    assertEnds(2, Unit.WORKING_DAYS, "2025-02-07", "2025-02-10");
    // The same week a year later has none.
    assertEnds(1, Unit.WORKING_DAYS, "2026-02-06", "2026-02-09");
  }

  @Test
  void workingDaysLeaveOutHolidaysAndWeekends() {
    assertEnds(1, Unit.WORKING_DAYS, "2025-12-31", "2026-01-02");
    assertEnds(2, Unit.WORKING_DAYS, "2025-12-31", "2026-01-05");
    assertEnds(3, Unit.WORKING_DAYS, "2026-02-12", "2026-02-24");
    assertEnds(6, Unit.WORKING_DAYS, "2026-11-23", "2026-12-01");
  }

  @Test
  void threeMonthsEndOnTheSameDayOrTheMonthsLast() {
    assertEnds(3, Unit.MONTHS, "2026-03-10", "2026-06-10");
    // The thirtieth of November of 2026, a Monday; the thirty-first does not exist.
    assertEnds(3, Unit.MONTHS, "2026-08-31", "2026-11-30");
    // Over the end of the year, a Saturday.
    assertEnds(3, Unit.MONTHS, "2025-10-10", "2026-01-12");
  }

  @Test
  void aDeadlineOfNoDaysIsRefused() {
    assertThatThrownBy(() -> new Deadline(0, Unit.MONTHS))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void petitionsHaveTheDaysOfThePlanAndItsSixChannels() {
    Register petitions = Registers.shipped().get("petitions");
    Map<String, Integer> days =
        petitions.categories().stream()
            .collect(
                Collectors.toMap(
                    Register.Category::id, each -> each.deadline().orElseThrow().length()));
    assertThat(days)
        .isEqualTo(
            Map.of("report", 14, "petition", 5, "suggestion", 3, "other", 3, "report-other", 5));
    assertThat(petitions.categories())
        .allSatisfy(
            each -> assertThat(each.deadline().orElseThrow().unit()).isEqualTo(Unit.CALENDAR_DAYS));
    assertThat(petitions.fields().get(0).choices())
        .isEqualTo(List.of("市長信箱", "市長室", "服務中心", "院長信箱", "總統信箱", "1999"));
    assertThat(petitions.isPublic()).isTrue();
  }

  @Test
  void everyShippedDefinitionIsWhole() {
    List<Register> all = Registers.shipped().list();
    assertThat(all).hasSizeGreaterThanOrEqualTo(18);
    assertThat(all).extracting(Register::prefix).doesNotHaveDuplicates();
    assertThat(all).extracting(Register::id).doesNotHaveDuplicates();
    for (Register each : all) {
      assertThat(each.firstState().closed()).isFalse();
      assertThat(each.states()).anyMatch(Register.State::closed);
      each.runsFrom()
          .ifPresent(
              id ->
                  assertThat(each.fields())
                      .anyMatch(
                          field ->
                              field.id().equals(id)
                                  && field.required()
                                  && field.type() == Register.Type.DATE));
    }
  }

  @Test
  void aDefinitionWithAWordThatIsNotKnownIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Registers.read("{\"registers\": [\n{\"id\": \"x\", \"naem\": 1}]}"))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.place().orElseThrow().line()).isEqualTo(2));
  }

  @Test
  void spansOfThresholds() {
    LocalDate day = LocalDate.of(2026, 11, 23);
    assertThat(Register.Span.MONTH.of(day))
        .isEqualTo(new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
    assertThat(Register.Span.HALF_YEAR.of(day))
        .isEqualTo(new Period(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 12, 31)));
    assertThat(Register.Span.YEAR.of(day)).isEqualTo(Period.year(2026));
  }
}
