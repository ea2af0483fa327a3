package org.tuguan.api.sharing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tuguan.api.keys.AgreementKeys;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;

/** {@code /api/v1/agreements}: takes an account. */
@RestController
class AgreementsController {
  private static final String PATH = "/api/v1/agreements";
  private static final String ONE = PATH + "/{number}";

  private final Agreements agreements;
  private final AgreementDrafts drafts;
  private final AgreementPages pages;
  private final AgreementDocuments documents;
  private final JdbcSides sides;

  AgreementsController(
      Agreements agreements,
      AgreementDrafts drafts,
      AgreementPages pages,
      AgreementDocuments documents,
      JdbcSides sides) {
    this.agreements = agreements;
    this.drafts = drafts;
    this.pages = pages;
    this.documents = documents;
    this.sides = sides;
  }

  /**
   * @param mayDraft true for officers and data owners
   * @param partners with whom agreements can be made; none for those who may not draft
   */
  record AgreementList(
      List<AgreementJson.Summary> agreements, boolean mayDraft, List<SideJson> partners) {}

  /** Those that the caller has to do with. */
  @GetMapping(PATH)
  AgreementList list() {
    Caller caller = Callers.current();
    boolean mayDraft =
        Agreements.isOfficer(caller) || (caller.has(Role.OWNER) && caller.agency().isPresent());
    return new AgreementList(
        pages.list(agreements.list(caller)), mayDraft, mayDraft ? sides.listPartners() : List.of());
  }

  @GetMapping(ONE)
  AgreementJson get(@PathVariable("number") String number) {
    return page(number, List.of());
  }

  private AgreementJson page(String number, List<AgreementKeys.Issued> issued) {
    Caller caller = Callers.current();
    return pages.page(agreements.get(number, caller), issued, caller);
  }

  @PostMapping(PATH)
  ResponseEntity<AgreementJson> draft(@RequestBody AgreementDraft draft) {
    Caller caller = requirePerson();
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(page(drafts.draft(draft, caller).number(), List.of()));
  }

  @PutMapping(ONE)
  AgreementJson change(@PathVariable("number") String number, @RequestBody AgreementDraft draft) {
    Caller caller = requirePerson();
    drafts.change(agreements.get(number, caller), draft, caller);
    return page(number, List.of());
  }

  /**
   * @param changed of the text that is signed
   */
  record Signing(Instant changed) {}

  /** Gives the rights and makes the keys; a second time it changes nothing and shows no secret. */
  @PostMapping(ONE + "/sign")
  ResponseEntity<AgreementJson> sign(
      @PathVariable("number") String number, @RequestBody Signing signing) {
    List<AgreementKeys.Issued> issued = agreements.sign(number, signing.changed(), requirePerson());
    return ResponseEntity.ok()
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(page(number, issued));
  }

  /**
   * @param reason for people
   */
  record Ending(String reason) {}

  /** Takes everything back that it gave, at once. */
  @PostMapping(ONE + "/end")
  AgreementJson end(@PathVariable("number") String number, @RequestBody Ending ending) {
    agreements.end(number, ending.reason() == null ? "" : ending.reason(), requirePerson());
    return page(number, List.of());
  }

  @PostMapping(ONE + "/documents")
  AgreementJson add(
      @PathVariable("number") String number, @RequestParam("file") MultipartFile file) {
    Caller caller = requirePerson();
    try {
      String name = file.getOriginalFilename();
      documents.add(
          agreements.get(number, caller), name == null ? "" : name, file.getBytes(), caller);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page(number, List.of());
  }

  @GetMapping(ONE + "/documents/{id}")
  ResponseEntity<byte[]> document(
      @PathVariable("number") String number, @PathVariable("id") long id) {
    Agreement agreement = agreements.get(number, Callers.current());
    AgreementJson.DocumentJson document =
        documents.list(agreement).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(AgreementsController::none);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(document.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header("Content-Security-Policy", "sandbox; default-src 'none'")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(documents.findContent(agreement, id).orElseThrow(AgreementsController::none));
  }

  private static RequestException none() {
    return new RequestException(
        Fault.NOT_FOUND, "id", new LocalText("沒有這份文件", "there is no such document"));
  }

  /** A key has no say in agreements. */
  private static Caller requirePerson() {
    Caller caller = Callers.current();
    if (caller.user().isEmpty() || caller.key().isPresent()) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("請以帳號登入，不能用金鑰", "this takes an account that is signed in, not a key"));
    }
    return caller;
  }
}
