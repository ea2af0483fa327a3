package org.tuguan.api.sharing.circulation;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;
import org.tuguan.api.sharing.SharingProperties;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/**
 * {@code GET /api/v1/circulation?on=} or {@code ?from=&to=&step=}: the circulation rate, open to
 * everybody; what single agencies did is for people of the city. Only those who answer for the rate
 * fix figures by asking for them.
 */
@RestController
class CirculationController {
  static final String PATH = "/api/v1/circulation";

  private final Circulation circulation;
  private final CirculationReport report;
  private final SharingProperties properties;

  CirculationController(
      Circulation circulation, CirculationReport report, SharingProperties properties) {
    this.circulation = circulation;
    this.report = report;
    this.properties = properties;
  }

  private FigureReader reader() {
    return FigureReader.of(Callers.current(), properties);
  }

  /**
   * @param given on, or from, to and step (day, month, year); rule; without; format (json, csv,
   *     pdf)
   */
  @GetMapping(PATH)
  ResponseEntity<?> get(@RequestParam Map<String, String> given) {
    boolean series = given.containsKey("from") || given.containsKey("to");
    if (series && given.containsKey("on")) {
      throw RequestException.invalid("on", given.get("on"), "either on, or from and to");
    }
    String format = given.getOrDefault("format", "json");
    boolean csv = format.equals("csv");
    ResponseEntity.BodyBuilder ok = ResponseEntity.ok().cacheControl(CacheControl.noStore());
    if (format.equals("pdf")) {
      LocalDate on = day(given, "on").or(() -> day(given, "to")).orElseGet(circulation::today);
      return ok.contentType(MediaType.APPLICATION_PDF)
          .header(HttpHeaders.CONTENT_DISPOSITION, file("circulation-" + on + ".pdf"))
          .body(report.write(on, version(given), reader()));
    }
    if (!csv && !format.equals("json")) {
      throw new RequestException(
          Fault.UNKNOWN_FORMAT, "format", "format: allowed are json, csv and pdf");
    }
    if (!series && !csv) {
      return ok.body(
          circulation.get(
              day(given, "on").orElseGet(circulation::today),
              version(given),
              Optional.ofNullable(given.get("without")),
              reader()));
    }
    CirculationJson.Series figures = series(given);
    return csv
        ? ok.contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
            .header(
                HttpHeaders.CONTENT_DISPOSITION,
                file("circulation-%s-%s.csv".formatted(figures.from(), figures.to())))
            .body(CirculationCsv.write(figures))
        : ok.body(figures);
  }

  private CirculationJson.Series series(Map<String, String> given) {
    LocalDate on = day(given, "on").orElseGet(circulation::today);
    LocalDate to = day(given, "to").orElse(on);
    LocalDate usual = to.withDayOfYear(1);
    LocalDate from =
        day(given, "from").orElse(usual.isBefore(Circulation.FIRST) ? Circulation.FIRST : usual);
    CirculationStep step = CirculationStep.parse(given.getOrDefault("step", "month"));
    return circulation.series(from, to, step, version(given), reader());
  }

  private static String file(String name) {
    return ContentDisposition.attachment().filename(name).build().toString();
  }

  /** Agency, layers, events. */
  @GetMapping(PATH + "/agencies/{id}")
  Circulation.AgencyDetail agency(
      @PathVariable("id") String id, @RequestParam Map<String, String> given) {
    requireCity();
    return circulation.agency(
        id, day(given, "on").orElseGet(circulation::today), version(given), reader());
  }

  record Near(List<Circulation.NearJson> agencies) {}

  /** Those one step away from adopting, today. */
  @GetMapping(PATH + "/near")
  Near near() {
    requireCity();
    return new Near(circulation.listNear());
  }

  private static void requireCity() {
    Caller caller = Callers.current();
    boolean allowed =
        caller.agency().isPresent()
            || caller.has(Role.ADMIN)
            || caller.has(Role.KPI)
            || caller.has(Role.OFFICER);
    if (!allowed) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("各機關明細限市府機關帳號查看", "what single agencies did is for accounts of the city"));
    }
  }

  private static Optional<Integer> version(Map<String, String> given) {
    return Optional.ofNullable(given.get("rule"))
        .map(
            text -> {
              if (!text.matches("\\d{1,6}")) {
                throw RequestException.invalid("rule", text, "the version of a rule, a number");
              }
              return Integer.valueOf(text);
            });
  }

  private static Optional<LocalDate> day(Map<String, String> given, String name) {
    return Optional.ofNullable(given.get(name))
        .map(
            text -> {
              try {
                return LocalDate.parse(text.strip());
              } catch (DateTimeParseException e) {
                throw new RequestException(
                    Fault.INVALID_PARAMETER,
                    name,
                    "%s=%s: a day is expected, as 2011-12-31"
                        .formatted(name, RequestException.quote(text)),
                    e);
              }
            });
  }
}
