package org.tuguan.api.papers;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tuguan.core.LocalText;
import org.tuguan.core.issuing.Vocabulary;
import org.tuguan.core.print.AmountInWords;
import org.tuguan.core.print.Block;
import org.tuguan.core.print.Block.Column;
import org.tuguan.core.print.Block.Fact;
import org.tuguan.core.print.PrintedDocument;
import org.tuguan.core.print.PrintedDocument.Masthead;
import org.tuguan.core.print.PrintedDocument.Paper;
import tools.jackson.databind.JsonNode;

/**
 * Why a quote is what it is, article by article, for the file (計費說明).
 *
 * @param quote the answer of {@code /api/v1/quotes}, as it was given
 * @param words of the classes of applicants and the purposes
 * @param application facts of the application that it belongs to, to stand first; may be empty
 */
public record PricePaper(JsonNode quote, Vocabulary words, List<Fact> application) {
  private static final Map<String, LocalText> OUTCOMES =
      Map.of(
          "CHARGED", new LocalText("收費", "charged"),
          "EXEMPT", new LocalText("免收", "exempt"),
          "MANUAL_QUOTE", new LocalText("由人工核價", "priced by a person"),
          "NOT_APPLICABLE", new LocalText("無適用之收費標準", "no fee standard applies"));

  public PricePaper {
    application = List.copyOf(application);
  }

  public PrintedDocument document(LocalText issuer) {
    List<Block> blocks = new ArrayList<>();
    if (!application.isEmpty()) {
      blocks.add(new Block.Facts(application));
    }
    blocks.add(new Block.Facts(facts()));
    lines().ifPresent(table -> add(blocks, new LocalText("計算明細", "How it is reckoned"), table));
    reductions().ifPresent(table -> add(blocks, new LocalText("減免規定", "Reductions"), table));
    decisions()
        .ifPresent(table -> add(blocks, new LocalText("各項結果及依據", "Findings by item"), table));
    List<LocalText> uncovered =
        stream(quote.path("decisions"))
            .flatMap(each -> stream(each.path("uncovered")))
            .map(PricePaper::local)
            .distinct()
            .toList();
    if (!uncovered.isEmpty()) {
      blocks.add(new Block.Heading(new LocalText("互惠未涵蓋", "Not covered by reciprocity")));
      uncovered.forEach(each -> blocks.add(Block.Paragraph.small(each)));
    }
    layers().ifPresent(table -> add(blocks, new LocalText("資料", "Data"), table));
    if (!quote.path("warnings").isEmpty()) {
      blocks.add(new Block.Heading(new LocalText("注意事項", "Notes")));
      quote.path("warnings").forEach(each -> blocks.add(Block.Paragraph.small(local(each))));
    }
    return new PrintedDocument(
        new Masthead(
            new LocalText("計費說明", "How the price was made"), issuer, text(quote, "number")),
        Instant.parse(text(quote, "created")),
        Paper.A4,
        quote.path("demonstration").asBoolean(),
        blocks);
  }

  private static void add(List<Block> blocks, LocalText heading, Block block) {
    blocks.add(new Block.Heading(heading));
    blocks.add(block);
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(new LocalText("試算編號", "Quote"), text(quote, "number")));
    facts.add(Fact.of(new LocalText("有效期限", "Valid until"), text(quote, "valid_until")));
    facts.add(
        Fact.of(
            new LocalText("收費標準", "Fee standard"),
            (local(quote.path("standard")).zh() + "　" + text(quote, "version")).strip()));
    facts.add(Fact.of(new LocalText("適用日期", "As of"), text(quote, "application_date")));
    facts.add(Fact.of(new LocalText("申請人類別", "Applicant's class"), applicantClass()));
    facts.add(
        Fact.of(new LocalText("使用目的", "Purpose"), words.purpose(text(quote, "purpose")).both()));
    LocalText outcome =
        OUTCOMES.getOrDefault(text(quote, "status"), LocalText.same(text(quote, "status")));
    facts.add(Fact.of(new LocalText("結果", "Outcome"), outcome.both()));
    total()
        .ifPresent(
            total -> {
              facts.add(Fact.strong(new LocalText("金額", "Amount"), Papers.dollars(total)));
              facts.add(Fact.of(new LocalText("大寫", "In words"), AmountInWords.of(total)));
            });
    return facts.stream().filter(fact -> !fact.value().isEmpty()).toList();
  }

  private String applicantClass() {
    return words.applicant(text(quote, "applicant_class")).both();
  }

  private Optional<BigDecimal> total() {
    JsonNode total = quote.path("total_twd");
    return total.isNumber() ? Optional.of(total.decimalValue()) : Optional.empty();
  }

  private Optional<Block> lines() {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode line : quote.path("lines")) {
      rows.add(
          List.of(
              text(line, "label_zh"),
              Papers.calculation(text(line, "calc")),
              text(line, "article"),
              text(line, "quantity") + " " + text(line, "unit"),
              Papers.plain(line.path("amount").decimalValue())));
    }
    Optional<List<String>> sum =
        total().map(total -> List.of("合計", "", "", "", Papers.plain(total)));
    return table(
        List.of(
            Column.text(new LocalText("項目", "Item"), 3),
            Column.text(new LocalText("計算", "Calculation"), 4),
            Column.text(new LocalText("條文或附表列", "Article or row"), 2.6),
            Column.number(new LocalText("數量", "Quantity"), 1.8),
            Column.number(new LocalText("金額", "NT$"), 1.6)),
        rows,
        sum);
  }

  private Optional<Block> reductions() {
    List<List<String>> rows =
        stream(quote.path("lines"))
            .flatMap(line -> stream(line.path("reductions")))
            .map(each -> List.of(text(each, "article"), local(each.path("text")).zh()))
            .distinct()
            .toList();
    return table(
        List.of(
            Column.text(new LocalText("條文", "Article"), 1),
            Column.text(new LocalText("內容", "What it says"), 4)),
        rows,
        Optional.empty());
  }

  private Optional<Block> decisions() {
    List<List<String>> rows =
        stream(quote.path("decisions"))
            .map(
                each ->
                    List.of(
                        text(each, "product"),
                        OUTCOMES
                            .getOrDefault(
                                text(each, "status"), LocalText.same(text(each, "status")))
                            .zh(),
                        text(each, "article"),
                        local(each.path("reason")).zh()))
            .toList();
    return table(
        List.of(
            Column.text(new LocalText("品項", "Product"), 2),
            Column.text(new LocalText("結果", "Outcome"), 1.4),
            Column.text(new LocalText("條文", "Article"), 1.8),
            Column.text(new LocalText("理由", "Reason"), 4)),
        rows,
        Optional.empty());
  }

  private Optional<Block> layers() {
    List<List<String>> rows =
        stream(quote.path("layers"))
            .map(
                each ->
                    List.of(
                        local(each.path("title")).zh(),
                        each.path("whole").asBoolean()
                            ? "全部"
                            : stream(each.path("sheets"))
                                .map(JsonNode::asString)
                                .collect(Collectors.joining("、")),
                        text(each, "features"),
                        text(each, "km2"),
                        text(each, "updated").replaceFirst("T.*", "")))
            .toList();
    return table(
        List.of(
            Column.text(new LocalText("圖層", "Layer"), 3),
            Column.text(new LocalText("圖幅", "Sheets"), 3),
            Column.number(new LocalText("筆數", "Features"), 1.2),
            Column.number(LocalText.same("km²"), 1.2),
            Column.text(new LocalText("資料日期", "Data of"), 1.6)),
        rows,
        Optional.empty());
  }

  private static Optional<Block> table(
      List<Column> columns, List<List<String>> rows, Optional<List<String>> total) {
    return rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(columns, rows, total));
  }

  private static Stream<JsonNode> stream(JsonNode array) {
    return array.valueStream();
  }

  private static LocalText local(JsonNode text) {
    return text.isString()
        ? LocalText.same(text.asString())
        : new LocalText(text(text, "zh"), text(text, "en"));
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isNull() || value.isMissingNode() ? "" : value.asString();
  }
}
