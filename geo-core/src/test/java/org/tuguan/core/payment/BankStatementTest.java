package org.tuguan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;

class BankStatementTest {
  private static final String HEAD = "transaction_id,date,amount,reference,payer\n";

  @Test
  void columnsMayComeInAnyOrderAndDaysInBothCalendars() {
    assertThat(
            BankStatement.read(
                "\uFEFFPayer,AMOUNT,branch,reference,date,transaction_id\r\n王,\"1,200\",x,115-1,115/12/01,T9\r\n"))
        .containsExactly(
            new BankStatement.Line(
                2, "T9", LocalDate.of(2026, 12, 1), new BigDecimal(1200), "115-1", "王"));
    assertThat(BankStatement.read(HEAD + "T1,2026-12-01,5.00,r,\n").get(0).amount())
        .isEqualTo(new BigDecimal(5));
  }

  @Test
  void faultNamesItsLine() {
    for (String line :
        new String[] {
          "T1,2026-13-01,5,r,",
          "T1,x,5,r,",
          "T1,2026-12-01,5.5,r,",
          "T1,2026-12-01,-5,r,",
          "T1,2026-12-01,0,r,",
          ",2026-12-01,5,r,",
          "T1,2026-12-01"
        }) {
      assertThatThrownBy(() -> BankStatement.read(HEAD + "T0,2026-12-01,5,r,\n" + line + "\n"))
          .as(line)
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("line 3");
    }
    assertThatThrownBy(() -> BankStatement.read("a,b\n1,2\n")).hasMessageContaining("columns");
    assertThatThrownBy(() -> BankStatement.read(HEAD)).hasMessageContaining("lines");
  }
}
