package org.tuguan.plugin.kpi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.IndicatorValue;
import org.tuguan.core.plugin.PluginAudit;
import org.tuguan.core.plugin.PluginCallers;

/** {@code /api/v1/kpi}: what is measured, and figures that people enter. */
@RestController
@RequestMapping("/api/v1/kpi")
class DefinitionsController {
  private static final int LARGEST = 10 << 20;
  private static final BigDecimal MOST = new BigDecimal("1e15");

  private final Definitions definitions;
  private final JdbcDefinitions versions;
  private final JdbcEntries entries;
  private final PluginCallers callers;
  private final PluginAudit audit;
  private final Clock clock;

  DefinitionsController(
      Definitions definitions,
      JdbcDefinitions versions,
      JdbcEntries entries,
      PluginCallers callers,
      PluginAudit audit,
      Clock clock) {
    this.definitions = definitions;
    this.versions = versions;
    this.entries = entries;
    this.callers = callers;
    this.audit = audit;
    this.clock = clock;
  }

  @GetMapping("/definitions")
  Map<String, List<Definitions.Versioned>> list() {
    return Map.of("definitions", definitions.list());
  }

  /** Those that were published here, newest first; the first version comes with the plugin. */
  @GetMapping("/definitions/{id}/versions")
  Map<String, List<JdbcDefinitions.Published>> versions(@PathVariable("id") String id) {
    callers.require(ScoreboardController.STAFF);
    definitions.get(id);
    return Map.of("versions", versions.listVersions(id));
  }

  /** Publishes a version of a definition: the document as it is to be kept. */
  @PutMapping("/definitions/{id}/versions/{version}")
  Definitions.Versioned publish(
      @PathVariable("id") String id,
      @PathVariable("version") int version,
      @RequestBody byte[] document) {
    Caller caller = callers.require(Role.KPI, Role.ADMIN);
    return definitions.publish(
        id, version, new String(document, StandardCharsets.UTF_8), caller.user().orElseThrow());
  }

  @PostMapping("/indicators/{id}/entries")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Map<String, Long> enter(
      @PathVariable("id") String id,
      @RequestParam("month") String month,
      @RequestParam("numerator") BigDecimal numerator,
      @RequestParam(name = "denominator", defaultValue = "1") BigDecimal denominator,
      @RequestParam(name = "note", defaultValue = "") String note,
      @RequestParam(name = "document", required = false) MultipartFile document) {
    Caller caller = callers.require(Role.KPI, Role.ADMIN);
    if (!(definitions.get(id).source() instanceof Source.Entered)) {
      throw new RequestException(
          Fault.CONFLICT,
          "id",
          new LocalText(
              "這項指標由紀錄計算，不能填報", "this indicator is computed from records and cannot be entered"));
    }
    long entry =
        entries.insert(
            id,
            month(month),
            new IndicatorValue(amount("numerator", numerator), amount("denominator", denominator)),
            note.strip(),
            Optional.ofNullable(document).filter(each -> !each.isEmpty()).map(this::read),
            clock.instant(),
            caller.user().orElseThrow());
    audit.record("entry.add", "entry:" + entry, Map.of("indicator", id, "month", month));
    return Map.of("id", entry);
  }

  private YearMonth month(String text) {
    try {
      YearMonth month = YearMonth.parse(text);
      if (!month.isAfter(YearMonth.from(clock.instant().atZone(clock.getZone())))) {
        return month;
      }
    } catch (DateTimeException e) {
      // Said below.
    }
    throw RequestException.invalid(
        "month", text, new LocalText("已開始的月份，例如 2026-11", "a month that has begun, as 2026-11"));
  }

  private static BigDecimal amount(String name, BigDecimal value) {
    if (value.signum() < 0 || value.compareTo(MOST) > 0) {
      throw RequestException.invalid(name, value.toString(), new LocalText("不得小於 0", "0 or more"));
    }
    return value;
  }

  private JdbcEntries.Document read(MultipartFile file) {
    if (file.getSize() > LARGEST) {
      throw new RequestException(
          Fault.TOO_LARGE, "document", new LocalText("附件上限 10 MB", "a document of at most 10 MB"));
    }
    try {
      String name = Optional.ofNullable(file.getOriginalFilename()).orElse("document");
      String type = Optional.ofNullable(file.getContentType()).orElse("application/octet-stream");
      return new JdbcEntries.Document(name, type, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Always as a file: what somebody uploaded is never shown as a page of ours. */
  @GetMapping("/entries/{id}/document")
  ResponseEntity<byte[]> document(@PathVariable("id") long id) {
    callers.require(ScoreboardController.STAFF);
    JdbcEntries.Document document =
        entries
            .findDocument(id)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND,
                        "id",
                        new LocalText("沒有這個附件", "there is no such document")));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(document.content());
  }
}
