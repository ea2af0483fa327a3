package org.tuguan.plugin.registers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
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

/** {@code /api/v1/registers/{register}/cases}: the cases of a register and their files. */
@RestController
@RequestMapping("/api/v1/registers/{register}/cases")
class CasesController {
  private static final long LARGEST = 10L << 20;

  private final Registers registers;
  private final JdbcCases cases;
  private final JdbcAttachments attachments;
  private final Cases service;
  private final CaseRights rights;
  private final Clock clock;

  CasesController(
      Registers registers,
      JdbcCases cases,
      JdbcAttachments attachments,
      Cases service,
      CaseRights rights,
      Clock clock) {
    this.registers = registers;
    this.cases = cases;
    this.attachments = attachments;
    this.service = service;
    this.rights = rights;
    this.clock = clock;
  }

  /**
   * @param total of all pages
   * @param next what to ask for as {@code after}; empty on the last page
   */
  record Listing(LocalDate today, long total, Optional<String> next, List<Case> cases) {}

  @GetMapping
  Listing list(
      @PathVariable("register") String register,
      @ModelAttribute CaseQuery query,
      @RequestParam(name = "after", required = false) String after,
      @RequestParam(name = "limit", defaultValue = "50") int limit) {
    rights.read();
    JdbcCaseFilter filter =
        query.filter(registers.get(register).id(), Optional.ofNullable(after), limit);
    LocalDate today = service.today();
    List<Case> page = cases.list(filter, today);
    return new Listing(
        today,
        cases.count(filter, today),
        page.size() < limit ? Optional.empty() : Optional.of(page.get(limit - 1).number()),
        page);
  }

  /** A case with all that is known of it. */
  record Whole(
      Case record,
      List<JdbcCases.Event> events,
      List<JdbcAttachments.Attachment> attachments,
      LocalDate today) {}

  @GetMapping("/{number}")
  Whole get(@PathVariable("register") String register, @PathVariable("number") String number) {
    rights.read();
    return whole(find(registers.get(register), number));
  }

  private Whole whole(Case one) {
    return new Whole(
        one, cases.listEvents(one.id()), attachments.listOf(one.id()), service.today());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Whole open(@PathVariable("register") String register, @RequestBody CaseDraft draft) {
    Register of = registers.get(register);
    rights.write();
    String by = rights.write(service.check(of, draft).agency());
    return whole(service.open(of, draft, by));
  }

  @PutMapping("/{number}")
  Whole change(
      @PathVariable("register") String register,
      @PathVariable("number") String number,
      @RequestBody CaseDraft draft) {
    Register of = registers.get(register);
    rights.write();
    Case before = find(of, number);
    String by = rights.write(before.agency());
    rights.write(Optional.ofNullable(draft.agency()).orElse(before.agency()));
    return whole(service.change(of, before, draft, by));
  }

  @PostMapping("/{number}/attachments")
  @ResponseStatus(HttpStatus.CREATED)
  @Transactional
  Map<String, Long> attach(
      @PathVariable("register") String register,
      @PathVariable("number") String number,
      @RequestParam("file") MultipartFile file) {
    rights.write();
    Case one = find(registers.get(register), number);
    String by = rights.write(one.agency());
    JdbcAttachments.Content content = read(file);
    long id = attachments.insert(one.id(), content, clock.instant(), by);
    service.attached(one, content.name(), by);
    return Map.of("id", id);
  }

  private static JdbcAttachments.Content read(MultipartFile file) {
    if (file.isEmpty() || file.getSize() > LARGEST) {
      throw new RequestException(
          Fault.TOO_LARGE, "file", new LocalText("附件不得為空，上限 10 MB", "a file of 1 byte to 10 MB"));
    }
    String name = Optional.ofNullable(file.getOriginalFilename()).orElse("").strip();
    String last = name.substring(1 + Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')));
    try {
      return new JdbcAttachments.Content(
          last.isEmpty() || last.length() > 200 ? "file" : last, file.getBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Always as a file: what somebody uploaded is never shown as a page of ours. */
  @GetMapping("/{number}/attachments/{id}")
  ResponseEntity<byte[]> attachment(
      @PathVariable("register") String register,
      @PathVariable("number") String number,
      @PathVariable("id") long id) {
    rights.read();
    JdbcAttachments.Content content =
        attachments
            .find(find(registers.get(register), number).id(), id)
            .orElseThrow(
                () ->
                    new RequestException(
                        Fault.NOT_FOUND, "id", new LocalText("沒有這個附件", "there is no such file")));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header("X-Content-Type-Options", "nosniff")
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(content.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(content.bytes());
  }

  private Case find(Register register, String number) {
    return cases
        .findByNumber(number)
        .filter(each -> each.register().equals(register.id()))
        .orElseThrow(CasesController::unknown);
  }

  static RequestException unknown() {
    return new RequestException(
        Fault.NOT_FOUND, "number", new LocalText("沒有這個案號", "there is no case of this number"));
  }
}
