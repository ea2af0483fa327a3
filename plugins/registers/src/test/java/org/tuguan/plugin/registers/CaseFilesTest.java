package org.tuguan.plugin.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** Cases come and go as tables. */
class CaseFilesTest {
  @RegisterExtension static final CaseDesk DESK = new CaseDesk();

  private Desk desk;

  @BeforeEach
  void start() {
    desk = DESK.begin();
  }

  @Test
  void anImportOpensAllCasesOrNone() {
    Register petitions = desk.registers.get("petitions");
    String head = "title,category,agency,opened,channel,satisfied";
    CaseImport imports = desk.imports();
    CaseImport.Checked wrong =
        imports.check(
            petitions,
            CaseDesk.csv(
                head,
                "a,petition,rdec,2026-11-02,1999,",
                "b,none,rdec,2026-11-02,1999,",
                "c,petition,rdec,2026-13-02,1999,true"));
    assertThat(wrong.wrong()).extracting(CaseImport.Wrong::line).containsExactly(3L, 4L);
    assertThat(wrong.wrong())
        .extracting(CaseImport.Wrong::field)
        .containsExactly("category", "opened");
    assertThatThrownBy(() -> desk.inTransaction(() -> imports.write(petitions, wrong, "x")))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.place().orElseThrow().line()).isEqualTo(3));
    assertThat(count("petitions")).isZero();
    CaseImport.Checked right =
        imports.check(
            petitions,
            CaseDesk.csv(
                head,
                "\"a, \"\"b\"\"\",petition,rdec,2026-11-02,1999,",
                "c,petition,works,2026-11-03,市長室,true"));
    assertThat(desk.inTransaction(() -> imports.write(petitions, right, "x"))).isEqualTo(2);
    assertThat(count("petitions")).isEqualTo(2);
    Case first = desk.store.findByNumber("P-115-000001").orElseThrow();
    assertThat(first.title()).isEqualTo("a, \"b\"");
    assertThat(first.due()).contains(LocalDate.of(2026, 11, 9));
    assertThat(desk.audited).containsExactly("case.import");
  }

  private long count(String register) {
    return desk.jdbc
        .sql("SELECT count(*) FROM plugin_registers.register_case WHERE register = ?")
        .param(register)
        .query(Long.class)
        .single();
  }

  @Test
  void whatWasExportedComesInAgain() {
    Register petitions = desk.registers.get("petitions");
    Case one =
        desk.open(
            "petitions",
            Map.of(
                "lon",
                120.68,
                "lat",
                24.14,
                "state",
                "closed",
                "title",
                "多行\n\"引號\"",
                "fields",
                Map.of("satisfied", true)));
    byte[] csv =
        CaseDesk.csv((CaseCsv.head(petitions) + CaseCsv.row(petitions, one)).split("(?<=\r)\n"));
    CaseImport.Checked read = desk.imports().check(petitions, csv);
    assertThat(read.wrong()).isEmpty();
    Case again = read.cases().get(0);
    assertThat(again.title()).isEqualTo(one.title());
    assertThat(again.fields()).isEqualTo(one.fields());
    assertThat(again.lon()).isEqualTo(one.lon());
    assertThat(again.closed()).isEqualTo(one.closed());
  }

  @Test
  void aFileThatIsNoTableOrHasOtherColumnsIsRefused() {
    Register petitions = desk.registers.get("petitions");
    assertThatThrownBy(() -> desk.imports().check(petitions, CaseDesk.csv("title,colour", "a,red")))
        .hasMessageContaining("colour");
    assertThatThrownBy(
            () ->
                desk.imports()
                    .check(petitions, CaseDesk.csv("title,title,category,agency", "a,b,c,d")))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(
            () -> desk.imports().check(petitions, CaseDesk.csv("title,category,agency", "\"a,b,c")))
        .isInstanceOf(RequestException.class);
    assertThatThrownBy(() -> desk.imports().check(petitions, new byte[] {(byte) 0xa4, (byte) 0xa4}))
        .hasMessageContaining("UTF-8");
    String many = "title,category,agency,channel\n" + "a,petition,rdec,1999\n".repeat(20_001);
    assertThatThrownBy(() -> desk.imports().check(petitions, CaseDesk.csv(many)))
        .isInstanceOfSatisfying(
            RequestException.class, e -> assertThat(e.fault()).isEqualTo(Fault.TOO_LARGE));
  }
}
