package org.tuguan.api.issuing;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;

/**
 * {@code /api/v1/applications}: orders for data. Applicants see their own, owners those for layers
 * of their agency, cashiers those that were approved, officers all.
 */
@RestController
class ApplicationsController {
  private static final String PATH = "/api/v1/applications";
  private static final int LONGEST_PAGE = 200;

  private final Applications applications;
  private final JdbcReview review;
  private final Seen seen;
  private final ApplicationPages pages;

  ApplicationsController(
      Applications applications, JdbcReview review, Seen seen, ApplicationPages pages) {
    this.applications = applications;
    this.review = review;
    this.seen = seen;
    this.pages = pages;
  }

  /**
   * @param quote number of a quote
   * @param purpose null for that of the quote
   */
  record NewApplication(String quote, String purpose) {}

  /**
   * @param from the state that the caller saw; null for whatever it is now
   * @param due last day for a correction; null for what the law gives
   * @param timeline how many lines of it the caller saw; null for any
   */
  record NewMove(
      String from, String to, String reason, String legalGround, String due, Integer timeline) {}

  /**
   * @param next value of {@code after} for the following page; null if there is none
   */
  record Page(List<ApplicationJson.Summary> applications, Long next) {}

  @PostMapping(PATH)
  @ResponseStatus(HttpStatus.CREATED)
  ApplicationJson create(@RequestBody NewApplication body) {
    if (body.quote() == null) {
      throw RequestException.missing("quote");
    }
    Application application =
        applications.create(
            body.quote(),
            Optional.ofNullable(body.purpose()).map(each -> PlainText.of("purpose", each)),
            Callers.current());
    return get(application.number());
  }

  /**
   * Those that the caller may see, narrowed down by {@code state} (some, with commas), {@code
   * layer}, {@code agency} that answers for a layer, its {@code decision}, part of the {@code
   * number}, and {@code due_until}.
   *
   * @param asked {@code order}: newest or due
   */
  @GetMapping(PATH)
  Page list(@RequestParam Map<String, String> asked) {
    Caller caller = Callers.current();
    if (caller.user().isEmpty() || caller.key().isPresent()) {
      return new Page(List.of(), null);
    }
    JdbcReview.Wanted wanted = wanted(asked);
    List<ApplicationJson.Summary> found = pages.summaries(review.list(caller, wanted));
    return new Page(found, found.size() < wanted.limit() ? null : found.get(found.size() - 1).id());
  }

  private static JdbcReview.Wanted wanted(Map<String, String> asked) {
    String order = asked.getOrDefault("order", "newest");
    if (!order.equals("newest") && !order.equals("due")) {
      throw RequestException.invalid("order", order, "allowed are newest, due");
    }
    JdbcReview.Choice choice =
        new JdbcReview.Choice(
            Stream.of(asked.getOrDefault("state", "").split(","))
                .filter(each -> !each.isBlank())
                .map(each -> state("state", each.strip()))
                .toList(),
            asked.getOrDefault("layer", ""),
            asked.getOrDefault("agency", ""),
            Optional.ofNullable(asked.get("decision"))
                .filter(name -> !name.isEmpty())
                .map(ApplicationsController::decision),
            asked.getOrDefault("number", ""),
            Optional.ofNullable(asked.get("due_until"))
                .filter(day -> !day.isEmpty())
                .map(day -> DataRequestReader.date("due_until", day)));
    long after = whole("after", asked.getOrDefault("after", "0"));
    int limit = (int) whole("limit", asked.getOrDefault("limit", "50"));
    return new JdbcReview.Wanted(choice, after, order.equals("due"), Math.max(1, limit));
  }

  private static ApplicationLayer.Decision decision(String name) {
    return Arrays.stream(ApplicationLayer.Decision.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    "decision", name, "allowed are PENDING, APPROVED, REFUSED"));
  }

  private static long whole(String name, String value) {
    if (!value.matches("\\d{1,15}")) {
      throw RequestException.invalid(name, value, "expected a whole number");
    }
    long number = Long.parseLong(value);
    return name.equals("limit") ? Math.min(number, LONGEST_PAGE) : number;
  }

  @GetMapping(PATH + "/{number}")
  ApplicationJson get(@PathVariable("number") String number) {
    return pages.page(seen.get(number, Callers.current()));
  }

  @PostMapping(PATH + "/{number}/moves")
  ApplicationJson move(@PathVariable("number") String number, @RequestBody NewMove body) {
    if (body.to() == null) {
      throw RequestException.missing("to");
    }
    Optional<LocalDate> due =
        Optional.ofNullable(body.due()).map(day -> DataRequestReader.date("due", day));
    applications.move(
        number,
        new Applications.Wish(
            Optional.ofNullable(body.from()).map(each -> state("from", each)),
            state("to", body.to()),
            PlainText.of("reason", body.reason()),
            PlainText.of("legal_ground", body.legalGround()),
            due,
            Optional.ofNullable(body.timeline())),
        Callers.current());
    return get(number);
  }

  private static ApplicationState state(String parameter, String name) {
    return Arrays.stream(ApplicationState.values())
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                RequestException.invalid(
                    parameter, name, "allowed are " + Arrays.toString(ApplicationState.values())));
  }
}
