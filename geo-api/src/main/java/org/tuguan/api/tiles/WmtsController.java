package org.tuguan.api.tiles;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.BaseUrl;
import org.tuguan.api.Overload;
import org.tuguan.api.Parameters;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.audit.Refused;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.catalog.Catalog;

/**
 * {@code /wmts}: WMTS 1.0.0 with parameters and with addresses. Faults are exception reports: with
 * status 400 for parameters, whatever is wrong (07-057r7, 8.4); with HTTP's own for addresses.
 */
@RestController
class WmtsController {
  private static final Logger LOG = LoggerFactory.getLogger(WmtsController.class);

  private final CatalogStore catalogs;
  private final WmtsCapabilities capabilities;
  private final WmtsTileParser parser;
  private final Tiles tiles;
  private final TileAnswers answers;
  private final AuditTrail audit;

  WmtsController(
      CatalogStore catalogs,
      WmtsCapabilities capabilities,
      WmtsTileParser parser,
      Tiles tiles,
      TileAnswers answers,
      AuditTrail audit) {
    this.audit = audit;
    this.catalogs = catalogs;
    this.capabilities = capabilities;
    this.parser = parser;
    this.tiles = tiles;
    this.answers = answers;
  }

  @GetMapping("/wmts")
  ResponseEntity<byte[]> parameters(HttpServletRequest http) {
    return guarded(false, http, () -> operate(Parameters.of(http), http));
  }

  private ResponseEntity<byte[]> operate(Parameters parameters, HttpServletRequest http)
      throws Exception {
    String request = parameters.get("request");
    String service = parameters.get("service");
    if (!service.equalsIgnoreCase("WMTS")) {
      throw RequestException.invalid("service", service, "this is a WMTS");
    }
    if (request.equalsIgnoreCase("GetCapabilities")) {
      return WmtsCapabilities.refuse(parameters)
          .map(report -> report(report, 400))
          .orElseGet(() -> capabilities(http, WmtsCapabilities.sections(parameters)));
    }
    if (request.equalsIgnoreCase("GetTile")) {
      return answer(tile(parameters));
    }
    throw RequestException.invalid("request", request, "allowed are GetCapabilities and GetTile");
  }

  private ResponseEntity<byte[]> answer(TileRequest request) throws Exception {
    request.note("WMTS");
    return answers.answer(request, tiles.get(request), null);
  }

  private TileRequest tile(Parameters parameters) {
    parameters
        .find("version")
        .filter(version -> !version.equals("1.0.0"))
        .ifPresent(
            version -> {
              throw RequestException.invalid("version", version, "allowed is 1.0.0");
            });
    if (!parameters.has("style")) {
      throw RequestException.missing("style");
    }
    WmtsTileParser.Asked asked =
        new WmtsTileParser.Asked(
            parameters.get("layer"),
            parameters.find("style").orElse(""),
            parameters.get("format"),
            parameters.get("TileMatrixSet"),
            parameters.get("TileMatrix"),
            parameters.get("TileRow"),
            parameters.get("TileCol"));
    return parser.parse(catalogs.catalog(), asked, WmtsTileParser.format(asked.format()));
  }

  @GetMapping(WmtsDocument.CAPABILITIES)
  ResponseEntity<byte[]> document(HttpServletRequest http) {
    return guarded(true, http, () -> capabilities(http, Set.copyOf(WmtsDocument.SECTIONS)));
  }

  private ResponseEntity<byte[]> capabilities(HttpServletRequest http, Set<String> sections) {
    Catalog catalog = catalogs.catalog();
    String document = capabilities.document(catalog, BaseUrl.of(http), sections);
    CacheControl control = CacheControl.noCache();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, WmtsDocument.MEDIA_TYPE)
        .cacheControl(catalog.isPublic() ? control : control.cachePrivate())
        .body(document.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/wmts/1.0.0/{layer}/{style}/{set}/{matrix}/{row}/{file}")
  ResponseEntity<byte[]> address(
      @PathVariable("layer") String layer,
      @PathVariable("style") String style,
      @PathVariable("set") String set,
      @PathVariable("matrix") String matrix,
      @PathVariable("row") String row,
      @PathVariable("file") String file,
      HttpServletRequest http) {
    int dot = file.lastIndexOf('.');
    String extension = file.substring(dot + 1);
    String column = dot < 0 ? file : file.substring(0, dot);
    return guarded(
        true,
        http,
        () -> {
          TileFormat format =
              TileFormat.findExtension(extension)
                  .orElseThrow(
                      () -> RequestException.invalid("format", extension, "no such format"));
          WmtsTileParser.Asked asked =
              new WmtsTileParser.Asked(layer, style, extension, set, matrix, row, column);
          return answer(parser.parse(catalogs.catalog(), asked, format));
        });
  }

  /**
   * @param resource true if what is not there is missing, as for addresses
   */
  private ResponseEntity<byte[]> guarded(
      boolean resource, HttpServletRequest http, Callable<ResponseEntity<byte[]>> work) {
    try {
      return work.call();
    } catch (RequestException e) {
      Refused.tell(audit, e, http);
      return report(OwsReport.of(e), status(e.fault(), resource));
    } catch (Exception e) {
      Optional<LocalText> overload = Overload.find(e);
      if (overload.isPresent()) {
        return report(OwsReport.ofUs(overload.get().both()), 503);
      }
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      String id = UUID.randomUUID().toString();
      LOG.error("a WMTS request failed, error {}", id, e);
      return report(OwsReport.ofUs("The server failed; its log has more under " + id), 500);
    }
  }

  private static int status(Fault fault, boolean resource) {
    return switch (fault) {
      case TIMEOUT -> 503;
      case NOT_ALLOWED -> 403;
      default -> resource ? 404 : 400;
    };
  }

  private static ResponseEntity<byte[]> report(OwsReport report, int status) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(status)
            .header(HttpHeaders.CONTENT_TYPE, OwsReport.MEDIA_TYPE)
            .cacheControl(CacheControl.noStore());
    if (status == 503) {
      answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(Overload.RETRY_SECONDS));
    }
    return answer.body(report.document().getBytes(StandardCharsets.UTF_8));
  }
}
