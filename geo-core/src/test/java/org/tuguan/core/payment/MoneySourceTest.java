package org.tuguan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneySourceTest {
  private static final List<MoneySource> CAME =
      List.of(of("card", 7), of("slip", 5), of("card", 2));

  private static MoneySource of(String method, long amount) {
    return of(method, "", amount);
  }

  private static MoneySource of(String method, String account, long amount) {
    return new MoneySource(method, account, BigDecimal.valueOf(amount));
  }

  private static List<MoneySource> part(long before, long amount) {
    return MoneySource.part(CAME, BigDecimal.valueOf(before), BigDecimal.valueOf(amount));
  }

  @Test
  void whatCameFirstGoesBackFirst() {
    assertThat(part(0, 3)).containsExactly(of("card", 3));
    assertThat(part(3, 5)).containsExactly(of("card", 4), of("slip", 1));
    assertThat(part(8, 6)).containsExactly(of("slip", 4), of("card", 2));
    assertThat(part(0, 14)).containsExactly(of("card", 9), of("slip", 5));
  }

  @Test
  void eachBankAccountGivesBackWhatCameInIt() {
    List<MoneySource> came =
        List.of(of("slip", "first", 4), of("slip", "second", 3), of("slip", "first", 2));
    assertThat(MoneySource.part(came, BigDecimal.ONE, BigDecimal.valueOf(7)))
        .containsExactly(of("slip", "first", 4), of("slip", "second", 3));
  }

  @Test
  void moreThanCameCannotGoBack() {
    assertThatThrownBy(() -> part(10, 5)).hasMessageContaining("given back");
  }

  @Test
  void firstAccountPaysTheInterest() {
    LedgerEntry entry = LedgerEntry.paidOut(part(3, 5), BigDecimal.valueOf(2));
    assertThat(entry.total()).isEqualByComparingTo("7");
    assertThat(entry.lines())
        .extracting(line -> line.account().code() + " " + line.debit().subtract(line.credit()))
        .containsExactly("refunds-payable 7", "bank:card -6", "bank:slip -1");
  }
}
