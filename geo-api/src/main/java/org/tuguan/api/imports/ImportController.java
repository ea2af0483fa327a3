package org.tuguan.api.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.util.UriComponentsBuilder;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.security.Callers;
import org.tuguan.core.RequestException;

/**
 * {@code POST /api/v1/imports}: a file and options as a form. With {@code dry_run=true} the answer
 * is what has been found, and nothing is written.
 */
@RestController
class ImportController {
  private final Importer importer;
  private final PreviewMaps maps;
  private final CatalogStore catalogs;

  ImportController(Importer importer, PreviewMaps maps, CatalogStore catalogs) {
    this.importer = importer;
    this.maps = maps;
    this.catalogs = catalogs;
  }

  @PostMapping(path = "/api/v1/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Map<String, Object>> take(
      @RequestParam(name = "file", required = false) MultipartFile file,
      @RequestParam Map<String, String> form) {
    if (file == null || file.isEmpty()) {
      throw RequestException.missing("file");
    }
    Map<String, String> given = new LinkedHashMap<>(form);
    given.remove("_csrf");
    ImportOptions options = ImportOptions.parse(given);
    String name = fileName(file);
    Path copy = null;
    try {
      copy = Files.createTempFile("tuguan-upload-", ".part");
      file.transferTo(copy);
      return options.dryRun() ? preview(copy, name, options) : load(copy, name, options);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(copy);
    }
  }

  private ResponseEntity<Map<String, Object>> preview(
      Path copy, String name, ImportOptions options) {
    List<Importer.Preview> previews = importer.preview(copy, name, options, ImportProgress.SILENT);
    return ResponseEntity.ok(ImportJson.of(previews.stream().map(maps::json).toList()));
  }

  private ResponseEntity<Map<String, Object>> load(Path copy, String name, ImportOptions options) {
    List<ImportReport> reports =
        importer.load(copy, name, options, Callers.current(), ImportProgress.SILENT);
    catalogs.refresh();
    URI location =
        UriComponentsBuilder.fromPath("/api/v1/layers/{name}").build(reports.get(0).layer());
    return ResponseEntity.created(location)
        .body(ImportJson.of(reports.stream().map(ImportJson::fields).toList()));
  }

  /** The last part of whatever path a browser sends. */
  private static String fileName(MultipartFile file) {
    String sent = file.getOriginalFilename();
    String name = sent == null ? "" : sent.replaceAll("^.*[/\\\\]", "").strip();
    return name.isEmpty() ? "upload" : name;
  }

  private static void delete(Path copy) {
    try {
      if (copy != null) {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
