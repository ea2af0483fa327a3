package org.tuguan.core.issuing.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;

class FeeClockTest {
  private static final Holidays HOLIDAYS = Holidays.shipped();
  private static final FeeClock CLOCK = new FeeClock(Statutes.shipped(), HOLIDAYS);
  private static final BigDecimal THOUSAND = new BigDecimal(1000);

  @Test
  void bridgeDaysAreFreeAndTheirSaturdaysAreWorked() {
    assertThat(HOLIDAYS.working(day("2024-02-08"))).isFalse();
    assertThat(HOLIDAYS.working(day("2024-02-17"))).isTrue();
    assertThat(HOLIDAYS.working(day("2024-02-24"))).isFalse();
    assertThat(HOLIDAYS.working(day("2026-09-28"))).isFalse();
    assertThat(HOLIDAYS.findHoliday(day("2026-05-01"))).isPresent();
    assertThat(HOLIDAYS.covers(day("2027-01-04"))).isFalse();
  }

  /** 15 days after 2 April 2025, a Wednesday, are Thursday 17 April. */
  @Test
  void theFirstDayIsNotCounted() {
    Deadline deadline = CLOCK.deadline(Procedure.INFORMATION_DECISION, day("2025-04-02"));
    assertThat(deadline.due()).isEqualTo(day("2025-04-17"));
    assertThat(deadline.extended()).contains(day("2025-05-02"));
    assertThat(deadline.clause().article()).isEqualTo("第12條第1項");
  }

  /** 15 days after 24 January 2024 are 8 February, and offices work again on Thursday the 15th. */
  @Test
  void aPeriodThatEndsInTheNewYearHolidaysEndsAfterThem() {
    Deadline deadline = CLOCK.deadline(Procedure.SURVEY_CORRECTION, day("2024-01-24"));
    assertThat(deadline.due()).isEqualTo(day("2024-02-15"));
    assertThat(deadline.extended()).isEmpty();
    assertThat(deadline.missed(day("2024-02-15"), false)).isFalse();
    assertThat(deadline.missed(day("2024-02-16"), false)).isTrue();
  }

  /** 15 days after 2 February 2024 are Saturday the 17th, which is worked. */
  @Test
  void aPeriodMayEndOnAWorkingSaturday() {
    assertThat(CLOCK.deadline(Procedure.SURVEY_CORRECTION, day("2024-02-02")).due())
        .isEqualTo(day("2024-02-17"));
  }

  @Test
  void surveyDecisionsTakeThirtyDaysAndFifteenMore() {
    Deadline deadline = CLOCK.deadline(Procedure.SURVEY_DECISION, day("2026-03-02"));
    assertThat(deadline.due()).isEqualTo(day("2026-04-01"));
    assertThat(deadline.extended()).contains(day("2026-04-16"));
    assertThat(deadline.missed(day("2026-04-10"), true)).isFalse();
    assertThat(deadline.missed(day("2026-04-10"), false)).isTrue();
  }

  @Test
  void correctionsAndThirdPartiesHaveTheirOwnTimes() {
    assertThat(CLOCK.deadline(Procedure.INFORMATION_CORRECTION, day("2025-06-02")).due())
        .isEqualTo(day("2025-07-02"));
    assertThat(CLOCK.deadline(Procedure.THIRD_PARTY, day("2025-06-02")).due())
        .isEqualTo(day("2025-06-12"));
    assertThat(CLOCK.deadline(Procedure.EXTENSION_OF_PAYMENT, day("2025-06-02")).due())
        .isEqualTo(day("2025-06-12"));
  }

  @Test
  void aDeadlineInAYearWithoutCalendarIsNotCertain() {
    assertThat(CLOCK.deadline(Procedure.THIRD_PARTY, day("2026-12-29")).certain()).isFalse();
    assertThat(CLOCK.deadline(Procedure.THIRD_PARTY, day("2026-11-02")).certain()).isTrue();
  }

  @Test
  void standardsAreReviewedEveryThreeYears() {
    assertThat(CLOCK.review(day("2017-03-15")).due()).isEqualTo(day("2020-03-15"));
    assertThat(CLOCK.review(day("2024-02-29")).due()).isEqualTo(day("2027-02-28"));
  }

  /**
   * Due on Friday 7 March 2025: 1 % for each two whole days, 15 % at most, enforced from day 31.
   */
  @Test
  void latenessCostsOnePerCentForTwoWholeDays() {
    assertThat(late("2025-03-07").surcharge()).isEqualByComparingTo("0");
    assertThat(late("2025-03-08").surcharge()).isEqualByComparingTo("0");
    assertThat(late("2025-03-09").surcharge()).isEqualByComparingTo("10");
    assertThat(late("2025-03-12").surcharge()).isEqualByComparingTo("20");
    assertThat(late("2025-04-06").surcharge()).isEqualByComparingTo("150");
    assertThat(late("2025-04-06").enforcement()).isFalse();
    assertThat(late("2025-04-07").enforcement()).isTrue();
    assertThat(late("2025-12-31").surcharge()).isEqualByComparingTo("150");
    assertThat(late("2025-04-07").enforceableFrom()).isEqualTo(day("2025-04-07"));
    assertThat(late("2025-04-07").lapses()).isEqualTo(day("2030-03-07"));
  }

  @Test
  void aDueDayOnAHolidayMovesBeforeItIsLate() {
    assertThat(CLOCK.lateFee(THOUSAND, day("2025-03-08"), day("2025-03-10")).days()).isZero();
    assertThat(CLOCK.lateFee(THOUSAND, day("2025-03-08"), day("2025-03-12")).percent())
        .isEqualByComparingTo("1");
  }

  /** 10,000 at 1.7 % for 365 days is 170; for 100 days 46.58. */
  @Test
  void whatWasOverpaidComesBackWithInterest() {
    BigDecimal rate = new BigDecimal("0.017");
    BigDecimal paid = new BigDecimal(10_000);
    LocalDate day = day("2025-01-02");
    assertThat(CLOCK.overpaid(paid, day, day, day.plusDays(365), rate).total())
        .isEqualByComparingTo("10170");
    assertThat(CLOCK.overpaid(paid, day, day, day.plusDays(100), rate).interest())
        .isEqualByComparingTo("47");
    assertThat(CLOCK.overpaid(paid, day, day.plusYears(5), day.plusYears(5), rate).amount())
        .isEqualByComparingTo("10000");
    Refund tooLate =
        CLOCK.overpaid(paid, day, day.plusYears(5).plusDays(1), day.plusYears(6), rate);
    assertThat(tooLate.total()).isEqualByComparingTo("0");
    assertThat(tooLate.clause().article()).isEqualTo("第18條");
  }

  @Test
  void whatWasNotDoneInTimeComesBackUnlessItIsTheApplicantsFault() {
    BigDecimal rate = new BigDecimal("0.0365");
    LocalDate day = day("2025-01-02");
    assertThat(CLOCK.notDone(THOUSAND, day, day.plusDays(10), rate, false).total())
        .isEqualByComparingTo("1001");
    assertThat(CLOCK.notDone(THOUSAND, day, day.plusDays(10), rate, true).total())
        .isEqualByComparingTo("0");
  }

  @Test
  void withdrawnSurveysKeepWhatWasSpent() {
    BigDecimal paid = new BigDecimal(4000);
    assertThat(refund(paid, FeeClock.SurveyState.VISITED)).isEqualByComparingTo("3200");
    assertThat(refund(paid, FeeClock.SurveyState.NOT_VISITED)).isEqualByComparingTo("3700");
    assertThat(refund(paid, FeeClock.SurveyState.NOT_DONE)).isEqualByComparingTo("2000");
    assertThat(refund(paid, FeeClock.SurveyState.DONE)).isEqualByComparingTo("0");
    assertThat(refund(new BigDecimal(500), FeeClock.SurveyState.VISITED)).isEqualByComparingTo("0");
  }

  @Test
  void instalmentsSumToTheFeeAndBearInterestOnWhatIsOwed() {
    List<Instalment> plan =
        CLOCK.instalments(
            new BigDecimal(10_000), 3, day("2025-01-10"), 2, new BigDecimal("0.0365"));
    assertThat(plan)
        .extracting(Instalment::due)
        .containsExactly(day("2025-01-10"), day("2025-03-10"), day("2025-05-10"));
    assertThat(plan)
        .extracting(each -> each.principal().intValueExact())
        .containsExactly(3334, 3333, 3333);
    assertThat(plan).extracting(each -> each.interest().intValueExact()).containsExactly(0, 39, 20);
  }

  @Test
  void instalmentsAreTwoToSixAndTwoMonthsApartAtMost() {
    for (int[] bad : new int[][] {{1, 2}, {7, 2}, {3, 3}, {3, 0}}) {
      assertThatThrownBy(
              () -> CLOCK.instalments(THOUSAND, bad[0], day("2025-01-10"), bad[1], BigDecimal.ZERO))
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("第16條");
    }
  }

  private static BigDecimal refund(BigDecimal paid, FeeClock.SurveyState state) {
    return CLOCK.withdrawnSurvey(paid, state).total();
  }

  private static LateFee late(String paid) {
    return CLOCK.lateFee(THOUSAND, day("2025-03-07"), day(paid));
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
