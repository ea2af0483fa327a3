package org.tuguan.api.papers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.print.Block.Fact;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.print.PrintFonts;
import tools.jackson.databind.json.JsonMapper;

class PricePaperTest {
  private static final PdfPages PAGES = new PdfPages(PrintFonts.ofSystem());

  static final String CHARGED =
      """
      {"status": "CHARGED", "total_twd": 1600, "version": "106-03-15", "demonstration": true,
       "standard": {"zh": "臺中市政府提供地理資訊收費標準", "en": "Taichung fee standard"},
       "number": "Q-115-ABCDEF", "created": "2026-11-23T02:00:00Z", "valid_until": "2026-12-23",
       "application_date": "2026-11-23", "applicant_class": "company", "purpose": "commercial",
       "lines": [{"label": "Roads", "label_zh": "道路圖", "calc": "4 × 800 × 50%", "amount": 1600,
         "article": "附表一 1-2", "quantity": 4, "unit": "圖幅 sheet",
         "reductions": [{"article": "第4條第2款", "text": {"zh": "學術研究減半", "en": "half for research"}}]}],
       "decisions": [{"item": 0, "product": "roads", "status": "CHARGED", "article": "第3條",
         "reason": {"zh": "依附表計收", "en": "by the table"}}],
       "layers": [{"title": {"zh": "道路", "en": "Roads"}, "whole": false, "features": 1234, "km2": 3.25,
         "sheets": ["9421-I-001", "9421-I-002"], "updated": "2026-11-01T00:00:00Z"}],
       "warnings": [{"zh": "示範附表之價格。", "en": "Prices of the demonstration annex."}]}
      """;

  @Test
  void everyAmountIsThereWithItsArticle() throws IOException {
    assertThat(
            text(CHARGED, List.of(Fact.of(new LocalText("申請案號", "Application"), "A-115-000003"))))
        .contains("計費說明", "A-115-000003", "Q-115-ABCDEF", "106-03-15", "NT$1,600", "新臺幣壹仟陸佰元整")
        .contains("4 × 800 × 50%", "附表一 1-2", "第4條第2款", "學術研究減半", "依附表計收", "9421-I-002")
        .contains("示範附表之價格。");
  }

  @Test
  void classAndPurposeAreSaidInWordsOfBothLanguages() throws IOException {
    assertThat(text(CHARGED, List.of()))
        .contains("公司", "company", "商業", "commercial")
        .doesNotContain("natural_person");
    String free =
        CHARGED.replace("\"company\"", "\"natural_person\"").replace("commercial", "管線規劃");
    assertThat(text(free, List.of()))
        .contains("自然人", "natural person", "管線規劃")
        .doesNotContain("natural_person");
  }

  @Test
  void whatHasNoPriceShowsNone() throws IOException {
    String none =
        """
        {"status": "NOT_APPLICABLE", "total_twd": null, "version": null, "standard": {"zh": "", "en": ""},
         "number": "Q-115-ZZZZZZ", "created": "2026-11-23T02:00:00Z", "application_date": null,
         "lines": [], "decisions": [], "warnings": []}
        """;
    assertThat(text(none, List.of()))
        .contains("無適用之收費標準")
        .doesNotContain("NT$")
        .doesNotContain("新臺幣")
        .doesNotContain("null");
  }

  private static String text(String quote, List<Fact> facts) throws IOException {
    PricePaper paper =
        new PricePaper(
            JsonMapper.shared().readTree(quote), FeeStandards.shipped().vocabulary(), facts);
    byte[] pdf = PAGES.pdf(paper.document(new LocalText("臺中市政府", "Taichung City Government")));
    try (PDDocument read = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(read);
    }
  }
}
