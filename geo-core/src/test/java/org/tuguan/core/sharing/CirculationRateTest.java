package org.tuguan.core.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class CirculationRateTest {
  private static final AdoptionRule USUAL =
      new AdoptionRule(1, LocalDate.parse("2010-12-25"), 12, 1, 1);
  private static final LocalDate DAY = LocalDate.parse("2011-12-31");
  private static final AgreementTerm YEAR =
      new AgreementTerm(LocalDate.parse("2011-01-01"), Optional.of(DAY));

  private static AdoptionEvent delivered(String agency, String day) {
    return AdoptionEvent.delivered(agency, "A-1", "roads", LocalDate.parse(day));
  }

  private static AdoptionEvent used(String agency, String day, long uses, AgreementTerm term) {
    return AdoptionEvent.used(agency, "S-1", "roads", LocalDate.parse(day), uses, term);
  }

  private static Set<String> adopters(LocalDate day, AdoptionRule rule, AdoptionEvent... events) {
    return CirculationRate.of(day, rule, Set.of("a", "b", "c"), List.of(events)).adopters();
  }

  @Test
  void aDeliveryCountsForAYearAndNotADayLonger() {
    AdoptionEvent event = delivered("a", "2011-03-01");
    assertThat(adopters(LocalDate.parse("2011-02-28"), USUAL, event)).isEmpty();
    assertThat(adopters(LocalDate.parse("2011-03-01"), USUAL, event)).containsExactly("a");
    assertThat(adopters(LocalDate.parse("2012-02-29"), USUAL, event)).containsExactly("a");
    assertThat(adopters(LocalDate.parse("2012-03-01"), USUAL, event)).isEmpty();
  }

  @Test
  void useCountsOnlyWhileItsAgreementIsInForce() {
    assertThat(adopters(DAY, USUAL, used("a", "2011-05-01", 1, YEAR))).containsExactly("a");
    assertThat(adopters(DAY.plusDays(1), USUAL, used("a", "2011-05-01", 1, YEAR))).isEmpty();
    assertThat(adopters(DAY, USUAL, used("a", "2010-12-31", 9, YEAR)))
        .as("used before the agreement")
        .isEmpty();
  }

  @Test
  void aStricterRuleAsksForMoreUnderOneAgreement() {
    AdoptionRule strict = new AdoptionRule(2, DAY, 12, 2, 10);
    assertThat(adopters(DAY, strict, used("a", "2011-05-01", 9, YEAR))).isEmpty();
    assertThat(
            adopters(
                DAY, strict, used("a", "2011-05-01", 9, YEAR), used("a", "2011-06-01", 1, YEAR)))
        .containsExactly("a");
    assertThat(adopters(DAY, strict, delivered("b", "2011-05-01"), delivered("b", "2011-06-01")))
        .as("one application twice is one")
        .isEmpty();
  }

  @Test
  void bothNumbersComeWithTheRate() {
    Set<String> all = new TreeSet<>();
    List<AdoptionEvent> events = new ArrayList<>();
    for (int i = 0; i < 27; i++) {
      all.add("agency" + i);
      if (i < 14) {
        events.add(delivered("agency" + i, "2011-05-01"));
      }
    }
    CirculationRate rate = CirculationRate.of(DAY, USUAL, all, events);
    assertThat(rate.adopters()).hasSize(14);
    assertThat(rate.agencies()).hasSize(27);
    assertThat(rate.rate().orElseThrow()).isEqualByComparingTo("0.518519");
    assertThat(rate.without("agency0").rate().orElseThrow()).isEqualByComparingTo("0.5");
    assertThat(rate.without("agency20").rate().orElseThrow()).isEqualByComparingTo("0.538462");
  }

  @Test
  void withoutAgenciesThereIsNoRate() {
    assertThat(CirculationRate.of(DAY, USUAL, Set.of(), List.of()).rate()).isEmpty();
  }

  @Test
  void whoIsNotOfTheFirstLevelThatDayDoesNotCount() {
    assertThat(adopters(DAY, USUAL, delivered("district-office", "2011-05-01"))).isEmpty();
  }

  @Test
  void removingAnEventNeverRaisesTheRate() {
    Random random = new Random(20111231);
    for (int round = 0; round < 300; round++) {
      List<AdoptionEvent> events = new ArrayList<>();
      for (int i = random.nextInt(12); i >= 0; i--) {
        events.add(any(random));
      }
      AdoptionRule rule =
          new AdoptionRule(
              1, DAY, 1 + random.nextInt(24), random.nextInt(3), 1 + random.nextInt(9));
      int before = CirculationRate.of(DAY, rule, Set.of("a", "b", "c"), events).adopters().size();
      List<AdoptionEvent> fewer = new ArrayList<>(events);
      fewer.remove(random.nextInt(fewer.size()));
      assertThat(CirculationRate.of(DAY, rule, Set.of("a", "b", "c"), fewer).adopters())
          .hasSizeLessThanOrEqualTo(before);
    }
  }

  private static AdoptionEvent any(Random random) {
    String agency = List.of("a", "b", "c", "d").get(random.nextInt(4));
    String day = DAY.minusDays(random.nextInt(500)).toString();
    if (random.nextBoolean()) {
      return AdoptionEvent.delivered(
          agency, "A-" + random.nextInt(3), "roads", LocalDate.parse(day));
    }
    LocalDate first = DAY.minusDays(random.nextInt(400));
    return used(
        agency,
        day,
        1 + random.nextInt(5),
        new AgreementTerm(first, Optional.of(first.plusDays(random.nextInt(500)))));
  }

  @Test
  void evidenceThatWasKeptGivesTheSameFigureAgain() {
    List<AdoptionEvent> events =
        List.of(delivered("a", "2011-05-01"), used("b", "2011-06-01", 3, YEAR));
    CirculationRate first = CirculationRate.of(DAY, USUAL, Set.of("a", "b", "c"), events);
    assertThat(CirculationRate.counted(DAY, USUAL, first.agencies(), first.evidence()))
        .isEqualTo(first);
  }
}
