package org.tuguan.api.issuing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.Party;
import tools.jackson.databind.node.ObjectNode;

/** What owners and officers do with an application under review. */
@RestController
class ReviewController {
  private static final String PATH = "/api/v1/applications/{number}";

  private final Reviewing reviewing;
  private final Seen seen;
  private final ApplicationPages pages;

  ReviewController(Reviewing reviewing, Seen seen, ApplicationPages pages) {
    this.reviewing = reviewing;
    this.seen = seen;
    this.pages = pages;
  }

  /**
   * @param decision APPROVED or REFUSED
   * @param reason needed for a refusal
   */
  record LayerDecision(String decision, String reason) {}

  /**
   * @param amount whole NT$
   * @param article by which it is so
   * @param timeline how many lines of it the caller saw; null for any
   */
  record HandPrice(BigDecimal amount, String article, String reason, Integer timeline) {}

  /**
   * @param fact approval (of reciprocity) or within_contract
   * @param holds whether the document proves it
   * @param timeline how many lines of it the caller saw; null for any
   */
  record Evidence(String fact, boolean holds, String reason, Integer timeline) {}

  record Drifts(List<ApplicationPages.Drift> layers) {}

  @PostMapping(PATH + "/layers/{layer}")
  ApplicationJson decide(
      @PathVariable("number") String number,
      @PathVariable("layer") String layer,
      @RequestBody LayerDecision body) {
    ApplicationLayer.Decision decision =
        switch (String.valueOf(body.decision())) {
          case "APPROVED" -> ApplicationLayer.Decision.APPROVED;
          case "REFUSED" -> ApplicationLayer.Decision.REFUSED;
          default ->
              throw RequestException.invalid(
                  "decision", String.valueOf(body.decision()), "allowed are APPROVED, REFUSED");
        };
    String reason = PlainText.of("reason", body.reason());
    reviewing.decide(number, layer, decision, reason, Callers.current());
    return page(number);
  }

  @PostMapping(PATH + "/price")
  ApplicationJson price(@PathVariable("number") String number, @RequestBody HandPrice body) {
    reviewing.price(
        number,
        new Reviewing.HandPrice(
            body.amount(),
            PlainText.of("article", body.article()),
            PlainText.of("reason", body.reason()),
            Optional.ofNullable(body.timeline())),
        Callers.current());
    return page(number);
  }

  @PostMapping(PATH + "/evidence")
  ApplicationJson evidence(@PathVariable("number") String number, @RequestBody Evidence body) {
    reviewing.evidence(
        number,
        new Reviewing.Evidence(
            String.valueOf(body.fact()),
            body.holds(),
            PlainText.of("reason", body.reason()),
            Optional.ofNullable(body.timeline())),
        Callers.current());
    return page(number);
  }

  /** Whether the data are still those that were priced. */
  @GetMapping(PATH + "/drift")
  Drifts drift(@PathVariable("number") String number) {
    Seen.One one = seen.get(number, Callers.current());
    if (!one.is(Party.OFFICER) && !one.is(Party.OWNER)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("只供承辦人與圖層主管機關查看", "for officers and the owners of the layers"));
    }
    return new Drifts(pages.drift(one));
  }

  /** The frames of the sheets that were quoted: GeoJSON, each with its number and its layer. */
  @GetMapping(PATH + "/sheets")
  ObjectNode sheets(@PathVariable("number") String number) {
    return pages.sheets(seen.get(number, Callers.current()));
  }

  private ApplicationJson page(String number) {
    return pages.page(seen.get(number, Callers.current()));
  }
}
