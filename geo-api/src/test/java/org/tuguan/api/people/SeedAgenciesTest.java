package org.tuguan.api.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The city's agencies over time: {@code data/catalog/agencies.json}. */
class SeedAgenciesTest {
  private static final List<AgencyEntry> AGENCIES = SeedAgencies.list();

  @Test
  void firstLevelAgenciesWere27In2011And28From2012And31Today() {
    assertThat(firstLevelOn(LocalDate.of(2010, 12, 24))).isZero();
    assertThat(firstLevelOn(LocalDate.of(2010, 12, 25))).isEqualTo(27);
    assertThat(firstLevelOn(LocalDate.of(2011, 12, 31))).isEqualTo(27);
    assertThat(firstLevelOn(LocalDate.of(2012, 1, 1))).isEqualTo(28);
    assertThat(firstLevelOn(LocalDate.of(2026, 11, 22))).isEqualTo(31);
  }

  @Test
  void agenciesWithoutADateSayWhy() {
    List<AgencyEntry> undated =
        AGENCIES.stream().filter(each -> each.existsFrom().isEmpty()).toList();
    assertThat(undated)
        .hasSize(3)
        .noneMatch(each -> each.notes().isBlank())
        .allMatch(each -> each.seenFrom().isPresent());
  }

  @Test
  void anAgencyHadTheNameOfItsTime() {
    AgencyEntry agency = AGENCIES.get(0);
    AgencyEntry.FormerName former =
        new AgencyEntry.FormerName(
            org.tuguan.core.LocalText.same("before"),
            java.util.Optional.empty(),
            java.util.Optional.of(LocalDate.of(2015, 3, 31)));
    AgencyEntry renamed =
        new AgencyEntry(
            agency.id(),
            0,
            agency.name(),
            true,
            agency.parent(),
            agency.existsFrom(),
            agency.seenFrom(),
            agency.existsUntil(),
            "",
            List.of(former));
    assertThat(renamed.nameOn(LocalDate.of(2015, 3, 31)).en()).isEqualTo("before");
    assertThat(renamed.nameOn(LocalDate.of(2015, 4, 1))).isEqualTo(agency.name());
  }

  private static long firstLevelOn(LocalDate day) {
    return AGENCIES.stream().filter(each -> each.firstLevel() && each.existsOn(day)).count();
  }
}
