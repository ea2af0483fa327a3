package org.tuguan.api.issuing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.tuguan.api.security.Callers;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** The documents of an application; only ever handed out as files, never shown by the server. */
@RestController
class DocumentsController {
  private static final String PATH = "/api/v1/applications/{number}/documents";

  private final DocumentsOfApplication documents;
  private final Seen seen;
  private final ApplicationPages pages;

  DocumentsController(DocumentsOfApplication documents, Seen seen, ApplicationPages pages) {
    this.documents = documents;
    this.seen = seen;
    this.pages = pages;
  }

  @PostMapping(PATH)
  ApplicationJson add(
      @PathVariable("number") String number,
      @RequestParam(name = "kind", defaultValue = "other") String kind,
      @RequestParam("file") MultipartFile file) {
    documents.requireSize(file.getSize());
    try {
      String name = file.getOriginalFilename();
      documents.add(number, kind, name == null ? "" : name, file.getBytes(), Callers.current());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return pages.page(seen.get(number, Callers.current()));
  }

  @GetMapping(PATH + "/{id}")
  ResponseEntity<byte[]> get(@PathVariable("number") String number, @PathVariable("id") long id) {
    Seen.One one = seen.get(number, Callers.current());
    JdbcDocuments.Document document =
        documents.list(one).stream()
            .filter(each -> each.id() == id)
            .findFirst()
            .orElseThrow(DocumentsController::none);
    byte[] content = documents.findContent(one, id).orElseThrow(DocumentsController::none);
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
        .body(content);
  }

  private static RequestException none() {
    return new RequestException(
        Fault.NOT_FOUND, "id", new LocalText("沒有這份文件", "there is no such document"));
  }
}
