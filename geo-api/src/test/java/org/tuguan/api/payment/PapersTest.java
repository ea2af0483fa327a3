package org.tuguan.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tuguan.api.issuing.IssuingServer;
import tools.jackson.databind.JsonNode;

/** Papers of an order, over HTTP: what they say, and who gets them. */
class PapersTest {
  @RegisterExtension static final PaymentDesk DESK = new PaymentDesk();

  private static String paper(String account, String path) throws IOException {
    IssuingServer.Answer answer = DESK.server().get(account, path);
    assertThat(answer.status()).as(path + " " + account).isEqualTo(200);
    try (PDDocument pdf = Loader.loadPDF(answer.body())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  private static int status(String account, String path) {
    return DESK.server().get(account, path).status();
  }

  private static String dollars(JsonNode payment) {
    return String.format(Locale.ROOT, "NT$%,d", payment.get("amount").asLong());
  }

  private static JsonNode booked(JsonNode payment) {
    String today = LocalDate.now(ZoneId.of("Asia/Taipei")).toString();
    return DESK.orders()
        .post(
            "cashier",
            "/api/v1/payments/" + payment.get("number").asString() + "/money",
            "{\"transaction\": \"P%s\", \"amount\": %d, \"received\": \"%s\"}"
                .formatted(
                    payment.get("number").asString(), payment.get("amount").asLong(), today));
  }

  @Test
  void slipIsForThePayerAndTheCashierWhileItIsOpen() throws IOException {
    JsonNode payment = DESK.orders().begin(DESK.orders().due(), "slip");
    String path = "/api/v1/payments/" + payment.get("number").asString() + "/slip.pdf";
    String text = paper("partner", path);

    assertThat(text)
        .contains("規費繳款單", dollars(payment), payment.get("number").asString())
        .contains(payment.get("due").asString(), "示範");
    payment
        .get("instruction")
        .get("barcode")
        .forEach(each -> assertThat(text).contains(each.asString()));
    assertThat(paper("cashier", path)).isEqualTo(text);
    assertThat(status("kpi", path)).isEqualTo(404);
    assertThat(status("", path)).isIn(401, 404);
    booked(payment);
    assertThat(status("partner", path)).isEqualTo(404);
  }

  @Test
  void receiptAndRefundNoticeFollowTheMoney() throws IOException {
    JsonNode payment = DESK.orders().begin(DESK.orders().due(), "slip");
    String receipt = booked(payment).get("payment").get("receipt").asString();
    String path = "/api/v1/receipts/" + receipt + ".pdf";
    assertThat(paper("partner", path))
        .contains("規費收據", receipt, dollars(payment), "新臺幣", "元整")
        .doesNotContain("作廢");
    assertThat(status("kpi", path)).isEqualTo(404);

    JsonNode refund =
        DESK.orders()
            .post(
                "cashier",
                "/api/v1/payments/" + payment.get("number").asString() + "/refunds",
                "{\"request\": \"once\", \"ground\": \"OTHER\", \"article\": \"第6條\", \"reason\": \"資料有誤\"}");
    assertThat(paper("partner", "/api/v1/refunds/" + refund.get("number").asString() + ".pdf"))
        .contains("退費通知", dollars(payment), "第6條", "資料有誤", receipt, "待撥付");
    assertThat(paper("cashier", path)).contains("本收據已作廢");
  }

  private static String inWords(String calculation) {
    return calculation.replace("half_up", "四捨五入").replace('x', '×').replaceAll("\\s", "");
  }

  @Test
  void priceIsExplainedForTheFile() throws IOException {
    String application = DESK.orders().due();
    String path = "/api/v1/applications/" + application + "/price.pdf";
    JsonNode seen = DESK.server().get("officer", "/api/v1/applications/" + application).json();
    String calculation = seen.get("quote").get("lines").get(0).get("calc").asString();
    assertThat(paper("officer", path).replaceAll("\\s", ""))
        .contains("計費說明", application, inWords(calculation));
    assertThat(status("kpi", path)).isEqualTo(404);
  }

  @Test
  void monthlyReportIsForThoseWhoMayReadIt() throws IOException {
    booked(DESK.orders().begin(DESK.orders().due(), "slip"));
    assertThat(paper("officer", "/api/v1/payments/report.pdf?by=article"))
        .contains("規費月報", "條文", "減免", "示範");
    assertThat(status("partner", "/api/v1/payments/report.pdf")).isEqualTo(404);
    assertThat(status("officer", "/api/v1/payments/report.pdf?by=moon")).isEqualTo(400);
  }
}
