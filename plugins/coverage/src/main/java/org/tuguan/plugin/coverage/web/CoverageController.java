package org.tuguan.plugin.coverage.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.LocalText;
import org.tuguan.plugin.coverage.figure.Asked;
import org.tuguan.plugin.coverage.figure.Change;
import org.tuguan.plugin.coverage.figure.CoverageAnswers;
import org.tuguan.plugin.coverage.figure.CoverageJson;
import org.tuguan.plugin.coverage.figure.CoverageQuery;
import org.tuguan.plugin.coverage.figure.Figures;
import org.tuguan.plugin.coverage.figure.Surroundings;

/**
 * {@code GET /api/v1/coverage}: the figure of a city, district or village on any day; {@code
 * /districts}, {@code /villages}: tables; {@code POST /what-if}: the figure after changes that are
 * not saved.
 */
@RestController
@RequestMapping("/api/v1/coverage")
class CoverageController {
  private static final Vocabulary.Word HIDDEN =
      new Vocabulary.Word(
          "", new LocalText("未公開的圖層", "a layer that is not public"), LocalText.same(""));

  private final CoverageAnswers answers;
  private final Figures figures;
  private final CoverageRights rights;
  private final Clock clock;

  CoverageController(CoverageAnswers answers, Figures figures, CoverageRights rights, Clock clock) {
    this.answers = answers;
    this.figures = figures;
    this.rights = rights;
    this.clock = clock;
  }

  /** The figure before and after changes. */
  record WhatIfJson(CoverageJson before, CoverageJson after) {}

  @GetMapping
  ResponseEntity<CoverageJson> coverage(@RequestParam Map<String, String> given) {
    rights.requireFigures();
    CoverageQuery query = CoverageQuery.parse(given, today());
    return fresh(answers.answer(query, new Asked(given).text("area")));
  }

  @GetMapping("/villages")
  ResponseEntity<?> villages(@RequestParam Map<String, String> given) {
    rights.requireFigures();
    Asked asked = new Asked(given);
    CoverageQuery query = CoverageQuery.parse(given, today());
    List<CoverageJson.AreaJson> villages =
        answers.villages(figures.measure(query).once(), asked.text("district"));
    Optional<String> format = asked.oneOf("format", List.of("json", "csv"));
    if (format.filter("csv"::equals).isPresent()) {
      CoverageJson head = answers.answer(query, Optional.empty());
      return file("coverage-villages.csv", "text/csv", CoverageCsv.areas(head, villages));
    }
    return fresh(villages);
  }

  @GetMapping("/districts.csv")
  ResponseEntity<byte[]> districts(@RequestParam Map<String, String> given) {
    rights.requireFigures();
    CoverageJson answer = answers.answer(CoverageQuery.parse(given, today()), Optional.empty());
    return file("coverage.csv", "text/csv", CoverageCsv.areas(answer, answer.districts()));
  }

  @PostMapping("/what-if")
  ResponseEntity<WhatIfJson> whatIf(@RequestBody WhatIfBody body) {
    rights.requireStations();
    CoverageQuery query = CoverageQuery.parse(body.parameterMap(), today());
    List<Change> changes = body.changeList();
    Optional<String> area = Optional.ofNullable(body.area());
    return fresh(new WhatIfJson(answers.answer(query, area), answers.answer(query, changes, area)));
  }

  /** Names that parameters may have. */
  @GetMapping("/vocabulary")
  Map<String, Object> vocabulary() {
    Map<String, Object> words = new LinkedHashMap<>(Vocabulary.words());
    words.put("target", answers.target());
    words.put("obstacles", obstacles());
    return words;
  }

  /** What lines of sight are looked over; only who may see a layer is told which it is. */
  private List<Vocabulary.Word> obstacles() {
    return figures.surroundings().stream()
        .flatMap(Surroundings::all)
        .map(
            used ->
                rights.knows(used.layer())
                    ? new Vocabulary.Word(used.layer(), used.title(), LocalText.same(""))
                    : HIDDEN)
        .toList();
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static <T> ResponseEntity<T> fresh(T body) {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
  }

  static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .body(content);
  }
}
