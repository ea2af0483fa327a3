package org.tuguan.core.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadsheetCsvTest {
  @Test
  void whatASpreadsheetWouldTakeForAFormulaIsText() {
    for (String text :
        List.of(
            "=1+1",
            "+1",
            "-1+2",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "=1\n2",
            "-a\nb",
            "＝1",
            "－x")) {
      String line = SpreadsheetCsv.line(text);
      assertThat(line.replaceFirst("^\"", "")).as(text).startsWith("'");
    }
  }

  @Test
  void numbersAndWordsStayAsTheyAre() {
    assertThat(SpreadsheetCsv.line(-1.5, new BigDecimal("1E+3"), "-12.50", "-", "a=b", null, "臺中"))
        .isEqualTo("-1.5,1000,-12.50,-,a=b,,臺中\r\n");
  }

  @Test
  void separatorsQuotesAndLineBreaksAreQuoted() {
    assertThat(SpreadsheetCsv.line("a,b", "say \"x\"", "two\nlines"))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
  }

  @Test
  void textComesBackAsItWas() {
    for (String text : List.of("=1", "'=1", "''-x", "'quoted'", "-5", "-", "plain", "-a\nb")) {
      String cell = SpreadsheetCsv.line(text).replaceAll("^\"|\"?\r\n$", "");
      assertThat(SpreadsheetCsv.plain(cell)).isEqualTo(text);
    }
  }

  @Test
  void aTableBeginsWithItsMarkAndHeads() {
    assertThat(new SpreadsheetCsv("a", "b").row(1, "x").text()).isEqualTo("\uFEFFa,b\r\n1,x\r\n");
  }
}
