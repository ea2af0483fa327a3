package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.FeeStandard;
import org.tuguan.core.issuing.FeeStandards;
import org.tuguan.core.issuing.QuoteRequest;
import org.tuguan.core.issuing.QuoteWriter;
import org.tuguan.core.issuing.StandardChange;
import org.tuguan.core.issuing.law.FeeClock;

/**
 * {@code /api/v1/fee-standards}: the prices of the law in all versions, for everybody; officers and
 * administrators publish new ones.
 */
@RestController
class FeeStandardsController {
  private static final String PATH = "/api/v1/fee-standards";
  private static final String VERSION = PATH + "/{id}/versions/{date}";

  private final FeeStandardStore store;
  private final Publishing publishing;
  private final DataPricing pricing;
  private final FeeClock law;
  private final Clock clock;

  FeeStandardsController(
      FeeStandardStore store,
      Publishing publishing,
      DataPricing pricing,
      FeeClock law,
      Clock clock) {
    this.store = store;
    this.publishing = publishing;
    this.pricing = pricing;
    this.law = law;
    this.clock = clock;
  }

  /**
   * @param usual id of the one that data are priced under if a request names none
   */
  record Standards(List<FeeStandardJson> standards, String usual) {}

  /** Words that requests are written with, by id. */
  record Words(Map<String, LocalText> applicants, Map<String, LocalText> purposes) {}

  record Changes(List<FeeStandardJson.Change> changes) {}

  @GetMapping(PATH)
  Standards list() {
    FeeStandards standards = store.standards();
    Map<String, List<FeeStandard>> byId = new LinkedHashMap<>();
    standards
        .list()
        .forEach(
            each -> byId.computeIfAbsent(each.edition().id(), id -> new ArrayList<>()).add(each));
    return new Standards(
        byId.values().stream().map(all -> json(standards, all)).toList(), pricing.usual());
  }

  @GetMapping(PATH + "/vocabulary")
  Words words() {
    FeeStandards standards = store.standards();
    return new Words(standards.vocabulary().applicants(), standards.vocabulary().purposes());
  }

  @GetMapping(PATH + "/{id}")
  FeeStandardJson get(@PathVariable("id") String id) {
    return json(store.standards(), id);
  }

  private FeeStandardJson json(FeeStandards standards, String id) {
    List<FeeStandard> versions =
        standards.list().stream().filter(each -> each.edition().id().equals(id)).toList();
    if (versions.isEmpty()) {
      throw none("id", id);
    }
    return json(standards, versions);
  }

  /** The document as it was written. */
  @GetMapping(path = VERSION, produces = MediaType.APPLICATION_JSON_VALUE)
  String document(@PathVariable("id") String id, @PathVariable("date") String date) {
    return version(id, date).origin().document();
  }

  /**
   * What was done, or would be.
   *
   * @param changes from the version in force before
   */
  record Publication(
      boolean made, FeeStandardJson standard, List<FeeStandardJson.Change> changes) {}

  @PutMapping(VERSION)
  Publication put(
      @PathVariable("id") String id,
      @PathVariable("date") String date,
      @RequestParam(name = "dry_run", defaultValue = "false") boolean dryRun,
      @RequestBody String document) {
    LocalDate from = DataRequestReader.date("date", date);
    Publishing.Published published = publishing.put(id, from, document, dryRun, Callers.current());
    return new Publication(
        !dryRun,
        json(published.after(), id),
        published.changes().stream().map(FeeStandardJson.Change::of).toList());
  }

  /** What changes from one version to another. */
  @GetMapping(PATH + "/{id}/changes")
  Changes changes(
      @PathVariable("id") String id,
      @RequestParam("from") String from,
      @RequestParam("to") String to) {
    return new Changes(
        StandardChange.between(version(id, from), version(id, to)).stream()
            .map(FeeStandardJson.Change::of)
            .toList());
  }

  /** What a request would cost under a version, in force or not; the answer is not kept. */
  @PostMapping(path = VERSION + "/trials", produces = MediaType.APPLICATION_JSON_VALUE)
  String trial(
      @PathVariable("id") String id,
      @PathVariable("date") String date,
      @RequestBody String request) {
    FeeStandards standards = store.standards();
    return QuoteWriter.json(standards.priceUnder(version(id, date), QuoteRequest.read(request)));
  }

  /**
   * @param document of a version that is not published, as text
   * @param request as text
   */
  record Draft(String document, String request) {}

  /** Reads a document without publishing it, and what a request would cost under it. */
  @PostMapping(path = PATH + "/trials", produces = MediaType.APPLICATION_JSON_VALUE)
  String trial(@RequestBody Draft draft) {
    if (draft.document() == null || draft.request() == null) {
      throw RequestException.missing(draft.document() == null ? "document" : "request");
    }
    FeeStandard standard = FeeStandard.read(draft.document());
    return QuoteWriter.json(
        store.standards().priceUnder(standard, QuoteRequest.read(draft.request())));
  }

  private FeeStandard version(String id, String date) {
    return store.standards().list().stream()
        .filter(each -> each.edition().id().equals(id))
        .filter(
            each ->
                FeeStandardJson.date(each).equals(date) || each.edition().version().equals(date))
        .findFirst()
        .orElseThrow(() -> none("date", id + " " + date));
  }

  private FeeStandardJson json(FeeStandards standards, List<FeeStandard> versions) {
    FeeStandard last = versions.get(versions.size() - 1);
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    Optional<FeeStandard> present = standards.findInForce(last.edition().id(), today);
    return new FeeStandardJson(
        last.edition().id(),
        last.name(),
        last.origin().authority(),
        last.edition().aliases(),
        last.manner().demonstration(),
        versions.stream()
            .map(
                each ->
                    FeeStandardJson.version(
                        each,
                        present.filter(each::equals).isPresent(),
                        !store.shipped().list().contains(each),
                        each.edition().from().map(law::review).map(due -> due.due())))
            .toList());
  }

  private static RequestException none(String parameter, String what) {
    return new RequestException(
        Fault.NOT_FOUND,
        parameter,
        new LocalText(
            "沒有收費標準 " + RequestException.quote(what),
            "there is no fee standard " + RequestException.quote(what)));
  }
}
