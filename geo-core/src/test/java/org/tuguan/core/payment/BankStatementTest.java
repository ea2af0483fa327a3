package org.tuguan.core.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.RequestException;

class BankStatementTest {
  private static final String HEAD = "transaction_id,date,amount,reference,payer\n";
  private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);

  private static List<BankStatement.Line> read(String csv) {
    return BankStatement.read(csv, TODAY);
  }

  @Test
  void columnsMayComeInAnyOrderAndDaysInBothCalendars() {
    assertThat(
            read(
                "\uFEFFPayer,AMOUNT,branch,reference,date,transaction_id\r\n王,\"1,200\",x,115-1,115/12/01,T9\r\n"))
        .containsExactly(
            new BankStatement.Line(
                2, "T9", LocalDate.of(2026, 12, 1), new BigDecimal(1200), "115-1", "王", 1));
    assertThat(read(HEAD + "T1,2026-12-01,5.00,r,\n").get(0).amount()).isEqualTo(new BigDecimal(5));
  }

  @Test
  void faultNamesItsLine() {
    for (String line :
        new String[] {
          "T1,2026-12-02,5,r,",
          "T1,2026-13-01,5,r,",
          "T1,x,5,r,",
          "T1,2026-12-01,5.5,r,",
          "T1,2026-12-01,-5,r,",
          "T1,2026-12-01,0,r,",
          ",2026-12-01,5,r,",
          "T1,2026-12-01"
        }) {
      assertThatThrownBy(() -> read(HEAD + "T0,2026-12-01,5,r,\n" + line + "\n"))
          .as(line)
          .isInstanceOf(RequestException.class)
          .hasMessageContaining("line 3");
    }
    assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("columns");
    assertThatThrownBy(() -> read(HEAD)).hasMessageContaining("lines");
  }

  @Test
  void linesThatSayTheSameAreNumbered() {
    String line = "T1,2026-12-01,5,r,";
    assertThat(read(HEAD + line + "\n" + line + "誰\nT1,2026-12-01,6,r,\nT1,115/12/01,5.0,r,\n"))
        .extracting(BankStatement.Line::copy)
        .containsExactly(1, 2, 1, 3);
  }
}
