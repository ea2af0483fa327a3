package org.tuguan.api.issuing;

import java.util.ArrayList;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.papers.Papers;
import org.tuguan.api.papers.PricePaper;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.print.Block.Fact;
import tools.jackson.databind.json.JsonMapper;

/** Why something costs what it costs, on paper: of a quote, and of an application for its file. */
@RestController
class PricePapersController {
  private final JdbcQuotes quotes;
  private final FeeStandardStore standards;
  private final Seen seen;
  private final Papers papers;
  private final JsonMapper json;

  PricePapersController(
      JdbcQuotes quotes, FeeStandardStore standards, Seen seen, Papers papers, JsonMapper json) {
    this.quotes = quotes;
    this.standards = standards;
    this.seen = seen;
    this.papers = papers;
    this.json = json;
  }

  @GetMapping("/api/v1/quotes/{number}/price.pdf")
  ResponseEntity<byte[]> ofQuote(@PathVariable("number") String number) {
    KeptQuote quote =
        quotes
            .findByNumber(number)
            .map(JdbcQuotes.Row::quote)
            .filter(each -> each.asker().isSeenBy(Callers.current()))
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND,
                        "number",
                        new LocalText("沒有這份試算", "there is no such quote")));
    return answer(quote, List.of());
  }

  @GetMapping("/api/v1/applications/{number}/price.pdf")
  ResponseEntity<byte[]> ofApplication(@PathVariable("number") String number) {
    Application application = seen.get(number, Callers.current()).application();
    KeptQuote quote = quotes.find(application.quote()).orElseThrow().quote();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of(new LocalText("申請案號", "Application"), application.number()));
    facts.add(Fact.of(new LocalText("申請目的", "Purpose given"), application.applicant().purpose()));
    application
        .price()
        .total()
        .ifPresent(total -> facts.add(Fact.strong(new LocalText("核定金額", "Price"), "NT$" + total)));
    if (!application.price().rule().isBlank()) {
      facts.add(Fact.of(new LocalText("依據", "Ground"), application.price().rule()));
    }
    return answer(quote, facts);
  }

  private ResponseEntity<byte[]> answer(KeptQuote quote, List<Fact> facts) {
    PricePaper paper =
        new PricePaper(json.readTree(quote.answer()), standards.standards().vocabulary(), facts);
    return papers.answer(paper.document(papers.city()), quote.number());
  }
}
