package org.tuguan.plugin.projects;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.analysis.Period;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.sharing.Agency;

/** {@code /api/v1/projects/review}: concerns and rates as of a day, and the monthly report. */
@RestController
@RequestMapping("/api/v1/projects/review")
class ReviewController {
  private final ProjectReview review;
  private final MonthlyReport report;
  private final PdfPages pages;
  private final PluginCallers callers;
  private final PluginPeople people;

  ReviewController(
      ProjectReview review,
      MonthlyReport report,
      PdfPages pages,
      PluginCallers callers,
      PluginPeople people) {
    this.review = review;
    this.report = report;
    this.pages = pages;
    this.callers = callers;
    this.people = people;
  }

  record Review(Concerns concerns, List<Rated> ratios, List<Entries> entries) {}

  record Rated(
      Ratio ratio, IndicatorValue value, Optional<BigDecimal> rate, Optional<Boolean> met) {}

  /** How many entries were due in a system in the year so far, by month. */
  record Entries(EntrySystem system, LocalText title, IndicatorValue year, List<Month> months) {}

  record Month(YearMonth month, IndicatorValue value) {}

  @GetMapping
  Review get(
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on) {
    callers.require(ProjectsController.READERS);
    LocalDate day = Objects.requireNonNullElse(on, review.today());
    return new Review(
        review.concerns(day),
        review.ratios(day).stream()
            .map(each -> new Rated(each, each.value(), each.value().value(), each.met()))
            .toList(),
        List.of(entries(EntrySystem.CITY, day), entries(EntrySystem.NATIONAL, day)));
  }

  private Entries entries(EntrySystem system, LocalDate day) {
    List<EntryRate.Due> due = review.due(system, new Period(day.withDayOfYear(1), day));
    return new Entries(
        system,
        system.title(),
        EntryRate.of(due),
        EntryRate.byMonth(due).entrySet().stream()
            .map(each -> new Month(each.getKey(), EntryRate.of(each.getValue())))
            .toList());
  }

  /** For councillors, agencies and schools: 重大列管案件進度月報. */
  @GetMapping(path = "/report.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> print(
      @RequestParam(name = "on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate on) {
    callers.require(ProjectsController.READERS);
    LocalDate day = Objects.requireNonNullElse(on, review.today());
    Map<String, LocalText> names =
        people.listAgencies().stream().collect(Collectors.toMap(Agency::id, Agency::name));
    return ResponseEntity.ok()
        .header("Content-Disposition", "inline; filename=\"projects-%s.pdf\"".formatted(day))
        .body(pages.pdf(report.of(day, names)));
  }
}
