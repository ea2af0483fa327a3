package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tuguan.core.payment.Finding;

class NoveltyTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 2);

  private final List<Remittance> known = new ArrayList<>();

  private static Money money(long amount, Money.Listed listed) {
    return new Money(
        "slip", "T1", "r", BigDecimal.valueOf(amount), DAY, "", "", Optional.ofNullable(listed));
  }

  private static Money.Listed line(String account, String statement, long line, int copy) {
    return new Money.Listed(account, statement, line, copy, false);
  }

  private Novelty novelty(Money money) {
    return Novelty.of(money, known);
  }

  /** Books what is new. */
  private Optional<Finding> book(Money money) {
    Novelty novelty = novelty(money);
    if (novelty.finding().isEmpty()) {
      known.add(
          new Remittance(
              known.size(),
              money,
              Optional.empty(),
              Finding.UNKNOWN_REFERENCE,
              BigDecimal.ZERO,
              BigDecimal.ZERO,
              Instant.EPOCH,
              "x"));
    }
    return novelty.finding();
  }

  @Test
  void whatIsReportedTwiceIsOneWhateverElseIsSaid() {
    assertThat(book(money(5, null))).isEmpty();
    assertThat(book(money(6, null))).contains(Finding.DUPLICATE);
  }

  @Test
  void linesOfOneStatementAreTwoMovementsAndStayTwo() {
    assertThat(book(money(5, line("", "a", 2, 1)))).isEmpty();
    assertThat(book(money(5, line("", "a", 3, 2)))).isEmpty();
    assertThat(book(money(6, line("", "a", 4, 1)))).isEmpty();
    assertThat(known).hasSize(3);
    assertThat(novelty(money(5, line("", "a", 5, 3))).copy()).isEqualTo(3);
    for (int copy = 1; copy <= 2; copy++) {
      assertThat(book(money(5, line("", "a", copy + 1, copy)))).contains(Finding.DUPLICATE);
      assertThat(book(money(5, line("", "b", copy, copy)))).contains(Finding.DUPLICATE);
    }
    assertThat(book(money(5, line("", "b", 3, 3)))).as("one more than before").isEmpty();
    assertThat(book(money(6, line("", "b", 4, 1)))).contains(Finding.DUPLICATE);
  }

  @Test
  void otherAccountHasMovementsOfItsOwn() {
    book(money(5, line("first", "a", 2, 1)));
    assertThat(book(money(6, line("second", "b", 2, 1)))).isEmpty();
    assertThat(book(money(5, line("first", "c", 2, 1)))).contains(Finding.DUPLICATE);
    assertThat(book(money(6, line("second", "c", 2, 1)))).contains(Finding.DUPLICATE);
  }

  @Test
  void whatWasListedBeforeAccountsHadNamesMayBeOfAnyAccount() {
    book(money(5, line("", "a", 2, 1)));
    Novelty again = novelty(money(5, line("first", "b", 2, 1)));
    assertThat(again.finding()).contains(Finding.DUPLICATE);
    assertThat(again.mayBeAnother()).isTrue();
    assertThat(book(money(5, line("first", "a", 2, 1)))).contains(Finding.DUPLICATE);
    assertThat(book(money(6, line("second", "b", 2, 1)))).contains(Finding.IN_DOUBT);
    assertThat(book(money(5, line("first", "b", 3, 2)))).as("one more than before").isEmpty();
    assertThat(book(money(5, line("", "c", 2, 2))))
        .as("no names again")
        .contains(Finding.DUPLICATE);
  }

  @Test
  void theSameOfAnAccountOfAnotherNameIsInDoubt() {
    book(money(5, line("first", "a", 2, 1)));
    book(money(5, line("first", "a", 3, 2)));
    for (int copy = 1; copy <= 2; copy++) {
      Novelty renamed = novelty(money(5, line("main", "b", copy + 1, copy)));
      assertThat(renamed.finding()).contains(Finding.IN_DOUBT);
      assertThat(renamed.before()).contains(known.get(copy - 1));
      assertThat(renamed.mayBeAnother()).isTrue();
    }
    assertThat(novelty(money(5, line("main", "b", 4, 3))).finding()).isEmpty();
    Money said = money(5, new Money.Listed("main", "b", 2, 1, true));
    assertThat(novelty(said).before()).contains(known.get(0));
    assertThat(book(said)).isEmpty();
    assertThat(book(money(5, line("main", "c", 2, 1)))).contains(Finding.DUPLICATE);
  }

  @Test
  void whatWasBookedByHandMayBeOfAnyAccount() {
    book(money(5, null));
    assertThat(book(money(5, line("first", "a", 2, 1)))).contains(Finding.DUPLICATE);
    assertThat(book(money(5, line("first", "a", 3, 2)))).isEmpty();
    assertThat(book(money(5, null))).contains(Finding.DUPLICATE);
  }

  @Test
  void sameNumberForOtherMoneyIsInDoubtUntilACashierSaysSo() {
    book(money(5, line("", "a", 2, 1)));
    Novelty doubtful = novelty(money(6, line("", "b", 2, 1)));
    assertThat(doubtful.finding()).contains(Finding.IN_DOUBT);
    assertThat(doubtful.mayBeAnother()).isTrue();
    Money.Listed said = new Money.Listed("", "b", 2, 1, true);
    assertThat(novelty(money(6, said)).before()).contains(known.get(0));
    assertThat(book(money(6, said))).isEmpty();
    assertThat(book(money(6, said))).contains(Finding.DUPLICATE);
    assertThat(novelty(money(6, said)).mayBeAnother()).isFalse();
  }
}
