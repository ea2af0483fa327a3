package org.tuguan.api.issuing;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * {@code /api/v1/quotes}: what data cost, and why. Everybody may ask; layers that the caller may
 * not see do not exist.
 */
@RestController
class QuotesController {
  private final Quoting quoting;
  private final JdbcQuotes quotes;

  QuotesController(Quoting quoting, JdbcQuotes quotes) {
    this.quoting = quoting;
    this.quotes = quotes;
  }

  @PostMapping(path = "/api/v1/quotes", produces = MediaType.APPLICATION_JSON_VALUE)
  String quote(@RequestBody String body) {
    return quoting.quote(body, Callers.current());
  }

  /** As it was given; of accounts only to them, their organisation and officers. */
  @GetMapping(path = "/api/v1/quotes/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
  String get(@PathVariable("number") String number) {
    return quotes
        .findByNumber(number)
        .map(JdbcQuotes.Row::quote)
        .filter(quote -> quote.asker().isSeenBy(Callers.current()))
        .map(KeptQuote::answer)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND, "number", new LocalText("沒有這份試算", "there is no such quote")));
  }
}
