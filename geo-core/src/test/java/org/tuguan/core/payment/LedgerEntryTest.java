package org.tuguan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LedgerEntryTest {
  private static BigDecimal dollars(long amount) {
    return BigDecimal.valueOf(amount);
  }

  @Test
  void entryThatDoesNotBalanceIsNone() {
    assertThatThrownBy(
            () ->
                new LedgerEntry(
                    LedgerEntry.Kind.HELD,
                    List.of(
                        LedgerLine.debit(LedgerAccount.bank("slip"), dollars(5)),
                        LedgerLine.credit(LedgerAccount.UNMATCHED, dollars(4)))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LedgerLine.debit(LedgerAccount.UNMATCHED, dollars(0)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new LedgerAccount(LedgerAccount.Kind.BANK, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void accountsAreReadAsTheyAreWritten() {
    for (LedgerAccount each :
        List.of(LedgerAccount.bank("card"), LedgerAccount.revenue("a:b"), LedgerAccount.INTEREST)) {
      assertThat(LedgerAccount.of(each.code())).isEqualTo(each);
    }
  }

  @Test
  void partsOfAnyDivisionSumToTheWhole() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      List<BigDecimal> weights = new ArrayList<>();
      for (int n = random.nextInt(8); n >= 0; n--) {
        weights.add(dollars(random.nextInt(4) == 0 ? 0 : random.nextInt(1_000_000)));
      }
      BigDecimal total = dollars(random.nextInt(100_000));
      List<BigDecimal> parts = RevenueShare.divide(total, weights);
      assertThat(parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
          .isEqualByComparingTo(total);
      assertThat(parts).hasSameSizeAs(weights).allMatch(part -> part.signum() >= 0);
    }
  }

  @Test
  void dollarsLeftOverGoToTheLargestFractions() {
    assertThat(RevenueShare.divide(dollars(100), List.of(dollars(1), dollars(1), dollars(1))))
        .containsExactly(dollars(34), dollars(33), dollars(33));
    assertThat(RevenueShare.divide(dollars(10), List.of(dollars(14), dollars(17), dollars(69))))
        .containsExactly(dollars(1), dollars(2), dollars(7));
  }

  @Test
  void costsOfTheWholeFollowWhatEachLayerIsChargedByItself() {
    List<RevenueShare> shares =
        FeeSplit.of(
            dollars(400),
            List.of(new FeeSplit.Layer("roads", "works"), new FeeSplit.Layer("trees", "parks")),
            List.of(
                new FeeSplit.Line(List.of(0), "附表一", dollars(225)),
                new FeeSplit.Line(List.of(1), "附表二", dollars(75)),
                new FeeSplit.Line(List.of(), "第6條", dollars(100))),
            "");
    assertThat(shares)
        .containsExactly(
            new RevenueShare(new RevenueShare.Source("works", "roads", "附表一"), dollars(225)),
            new RevenueShare(new RevenueShare.Source("parks", "trees", "附表二"), dollars(75)),
            new RevenueShare(new RevenueShare.Source("works", "roads", "第6條"), dollars(75)),
            new RevenueShare(new RevenueShare.Source("parks", "trees", "第6條"), dollars(25)));
  }

  @Test
  void feeThatAPersonSetIsDividedEvenly() {
    assertThat(
            FeeSplit.of(
                dollars(5),
                List.of(new FeeSplit.Layer("a", "x"), new FeeSplit.Layer("b", "y")),
                List.of(),
                "第10條"))
        .containsExactly(
            new RevenueShare(new RevenueShare.Source("x", "a", "第10條"), dollars(3)),
            new RevenueShare(new RevenueShare.Source("y", "b", "第10條"), dollars(2)));
  }
}
