package org.tuguan.plugin.kpi;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.Evidence;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.print.PdfPages;
import org.tuguan.core.sharing.Agency;

/**
 * {@code /api/v1/kpi}: the scoreboard, for everybody, since a city answers for its year in public;
 * the records behind it for those who work with them.
 */
@RestController
@RequestMapping("/api/v1/kpi")
class ScoreboardController {
  static final Role[] STAFF = {Role.KPI, Role.OFFICER, Role.OWNER, Role.PLANNER, Role.ADMIN};
  private static final MediaType ODS =
      MediaType.parseMediaType("application/vnd.oasis.opendocument.spreadsheet");
  private static final int MOST_YEARS = 10;
  private static final int MOST_ROWS = 500;

  private final Scoring scoring;
  private final PublicBoards boards;
  private final Definitions definitions;
  private final Figures figures;
  private final PdfPages pages;
  private final PluginCallers callers;
  private final PluginPeople people;

  ScoreboardController(
      Scoring scoring,
      PublicBoards boards,
      Definitions definitions,
      Figures figures,
      PdfPages pages,
      PluginCallers callers,
      PluginPeople people) {
    this.scoring = scoring;
    this.boards = boards;
    this.definitions = definitions;
    this.figures = figures;
    this.pages = pages;
    this.callers = callers;
    this.people = people;
  }

  @GetMapping("/scoreboard")
  Scoreboard scoreboard(
      @RequestParam(name = "year", required = false) Integer year,
      @RequestParam(name = "month", required = false) Integer month) {
    return scoring.of(year == null ? scoring.today().getYear() : year, month == null ? 12 : month);
  }

  @GetMapping("/scoreboard.csv")
  ResponseEntity<byte[]> csv(
      @RequestParam(name = "year", required = false) Integer year,
      @RequestParam(name = "month", required = false) Integer month) {
    Scoreboard board = scoreboard(year, month);
    return file(
        board,
        "csv",
        new MediaType("text", "csv", StandardCharsets.UTF_8),
        ScoreboardFiles.csv(board).bytes());
  }

  @GetMapping("/scoreboard.ods")
  ResponseEntity<byte[]> ods(
      @RequestParam(name = "year", required = false) Integer year,
      @RequestParam(name = "month", required = false) Integer month) {
    Scoreboard board = scoreboard(year, month);
    return file(board, "ods", ODS, ScoreboardFiles.ods(board));
  }

  @GetMapping("/scoreboard.pdf")
  ResponseEntity<byte[]> pdf(
      @RequestParam(name = "year", required = false) Integer year,
      @RequestParam(name = "month", required = false) Integer month) {
    Scoreboard board = scoreboard(year, month);
    Map<String, LocalText> agencies =
        people.listAgencies().stream().collect(Collectors.toMap(Agency::id, Agency::name));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            "Content-Disposition", "inline; filename=\"scoreboard-%d.pdf\"".formatted(board.year()))
        .body(pages.pdf(ScoreboardPage.of(board, agencies, scoring.now())));
  }

  private static ResponseEntity<byte[]> file(
      Scoreboard board, String ending, MediaType type, byte[] content) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            "Content-Disposition",
            "attachment; filename=\"scoreboard-%d-%02d.%s\""
                .formatted(board.year(), board.month(), ending))
        .body(content);
  }

  /** Values and states of one indicator by year. */
  record Compared(String id, LocalText name, Map<Integer, Year> years) {}

  record Year(
      Optional<BigDecimal> value,
      BigDecimal numerator,
      BigDecimal denominator,
      Optional<BigDecimal> target,
      State state) {}

  /**
   * Of what was recorded up to five minutes ago; at the moment for those who work with the records.
   *
   * @param years separated by commas
   */
  @GetMapping("/comparison")
  Map<String, List<Compared>> compare(@RequestParam("years") List<Integer> years) {
    if (years.isEmpty() || years.size() > MOST_YEARS) {
      throw RequestException.invalid(
          "years",
          Integer.toString(years.size()),
          new LocalText("1 至 %d 個年度".formatted(MOST_YEARS), "1 to %d years".formatted(MOST_YEARS)));
    }
    boolean staff = Stream.of(STAFF).anyMatch(callers.current()::has);
    Map<String, Compared> compared = new LinkedHashMap<>();
    for (int year : years.stream().distinct().sorted().toList()) {
      Scoreboard board = staff ? scoring.of(year, 12) : boards.ofYear(year);
      for (Scored each : board.indicators()) {
        compared
            .computeIfAbsent(each.id(), id -> new Compared(id, each.name(), new TreeMap<>()))
            .years()
            .put(
                year,
                new Year(
                    each.value(),
                    each.numerator(),
                    each.denominator(),
                    each.target(),
                    each.state()));
      }
    }
    return Map.of("indicators", new ArrayList<>(compared.values()));
  }

  /** The records behind a figure. */
  record Drilled(
      String id, LocalText name, int year, int month, List<Evidence> rows, boolean more) {}

  @GetMapping("/indicators/{id}/evidence")
  Drilled evidence(
      @PathVariable("id") String id,
      @RequestParam("year") int year,
      @RequestParam(name = "month", defaultValue = "12") int month) {
    callers.require(STAFF);
    if (month < 1 || month > 12 || year < 1990 || year > 2200) {
      throw RequestException.invalid(
          "month",
          Integer.toString(month),
          new LocalText("1 至 12 月，1990 年以後", "1 to 12, of a year from 1990"));
    }
    Definition definition = definitions.get(id);
    List<Evidence> rows = figures.evidence(definition, Scoring.until(year, month), MOST_ROWS + 1);
    boolean more = rows.size() > MOST_ROWS;
    return new Drilled(
        id, definition.name(), year, month, more ? rows.subList(0, MOST_ROWS) : rows, more);
  }
}
