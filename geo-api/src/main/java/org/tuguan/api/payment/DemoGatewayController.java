package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.payment.CardGateway;
import org.tuguan.core.payment.NoticeJson;
import org.tuguan.core.payment.PaymentNotice;

/**
 * {@code /demo-gateway}: where somebody who tries the demonstration pays by card, without a card.
 * It exists in the demonstration only.
 */
@RestController
@ConditionalOnProperty(name = "tuguan.demo", havingValue = "true")
class DemoGatewayController {
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-Hant">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>示範刷卡 Demonstration gateway</title>
      <link rel="icon" href="/img/favicon.svg">
      <link rel="stylesheet" href="/css/base.css">
      <link rel="stylesheet" href="/css/pages.css">
      </head>
      <body>
      <main class="page">
      <h1>示範刷卡頁 Demonstration card page</h1>
      <p class="lead"><strong>這不是真的刷卡頁：不收卡號，也不收錢。 This is not a real gateway: no card is asked for and no
      money moves.</strong></p>
      <p>繳款編號 Payment %1$s　申請案 Application %2$s</p>
      <p>NT$ <strong>%3$s</strong></p>
      <form method="post" action="/demo-gateway">
      %4$s
      <button type="submit" class="button primary" name="result" value="PAID">假裝付款成功 Pretend to pay</button>
      <button type="submit" class="button" name="result" value="FAILED">假裝刷卡失敗 Pretend that it failed</button>
      </form>
      </main>
      </body>
      </html>
      """;

  private final DemoGateway gateway;
  private final PaymentMethods methods;
  private final GatewayNotices notices;

  DemoGatewayController(DemoGateway gateway, PaymentMethods methods, GatewayNotices notices) {
    this.gateway = gateway;
    this.methods = methods;
    this.notices = notices;
  }

  @GetMapping(path = DemoGateway.PAGE, produces = "text/html;charset=UTF-8")
  String page(@RequestParam Map<String, String> fields) {
    requireSigned(fields);
    String hidden =
        new TreeMap<>(fields)
            .entrySet().stream()
                .map(
                    each ->
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">"
                            .formatted(
                                HtmlUtils.htmlEscape(each.getKey()),
                                HtmlUtils.htmlEscape(each.getValue())))
                .collect(Collectors.joining("\n"));
    return PAGE.formatted(
        HtmlUtils.htmlEscape(fields.get("payment")),
        HtmlUtils.htmlEscape(fields.get("order")),
        HtmlUtils.htmlEscape(fields.get("amount")),
        hidden);
  }

  /** Reports as a gateway does, by a signed notice, and sends the browser back. */
  @PostMapping(DemoGateway.PAGE)
  ResponseEntity<Void> pay(@RequestParam Map<String, String> form) {
    Map<String, String> fields = new TreeMap<>(form);
    boolean paid = "PAID".equals(fields.remove("result"));
    requireSigned(fields);
    PaymentNotice notice =
        gateway.end(fields.get("payment"), new BigDecimal(fields.get("amount")), paid);
    String body = NoticeJson.write(notice);
    notices.report(
        CardGateway.NAME, methods.get(CardGateway.NAME).read(gateway.headers(body), body));
    URI back = URI.create(fields.get("return_url"));
    String local =
        back.getRawPath() + (back.getRawFragment() == null ? "" : "#" + back.getRawFragment());
    return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create(local)).build();
  }

  @GetMapping(DemoGateway.PAGE + "/query")
  ResponseEntity<String> query(@RequestParam Map<String, String> fields) {
    requireSigned(fields);
    String body = NoticeJson.write(gateway.answer(fields.get("payment")));
    HttpHeaders headers = new HttpHeaders();
    gateway.headers(body).forEach(headers::set);
    headers.setContentType(MediaType.APPLICATION_JSON);
    return new ResponseEntity<>(body, headers, HttpStatus.OK);
  }

  private void requireSigned(Map<String, String> fields) {
    if (!gateway.isSigned(fields)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "signature",
          new LocalText(
              "連結已失效或被改過，請回申請案重新付款",
              "the link is too old or was changed; go back to the application and pay from there"));
    }
  }
}
