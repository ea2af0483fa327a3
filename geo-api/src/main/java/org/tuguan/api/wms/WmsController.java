package org.tuguan.api.wms;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.BaseUrl;
import org.tuguan.api.Parameters;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.audit.Refused;
import org.tuguan.api.catalog.CatalogStore;
import org.tuguan.api.usage.UsageNotes;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/** {@code /wms}: finds the operation, and answers every fault in the protocol's own form. */
@RestController
class WmsController {
  private static final String PATH = "/wms";

  private final Map<String, WmsOperation> operations = new HashMap<>();
  private final CatalogStore catalogs;
  private final WmsFaults faults;
  private final AuditTrail audit;

  WmsController(
      List<WmsOperation> operations, CatalogStore catalogs, WmsFaults faults, AuditTrail audit) {
    operations.forEach(each -> each.names().forEach(name -> this.operations.put(name, each)));
    this.catalogs = catalogs;
    this.faults = faults;
    this.audit = audit;
  }

  @RequestMapping(
      path = PATH,
      method = {RequestMethod.GET, RequestMethod.POST})
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters parameters = new Parameters(Map.of());
    WmsAnswer answer;
    try {
      parameters = Parameters.of(request);
      answer = operate(parameters, request);
    } catch (Exception e) {
      UsageNotes.failed();
      Refused.tell(audit, e, request);
      answer = faults.answer(parameters, e);
    }
    response.setStatus(answer.status());
    response.setContentType(answer.mediaType());
    response.setHeader(HttpHeaders.CACHE_CONTROL, answer.cacheControl());
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    answer.headers().forEach(response::setHeader);
    response.setContentLength(answer.body().length);
    response.getOutputStream().write(answer.body());
  }

  private WmsAnswer operate(Parameters parameters, HttpServletRequest request) throws Exception {
    requireService(parameters);
    WmsOperation operation = operation(parameters);
    WmsVersion version =
        operation.versionRequired()
            ? WmsVersion.require(parameters)
            : WmsVersion.negotiate(parameters);
    return operation.answer(
        new WmsCall(
            parameters,
            version,
            catalogs.catalog(),
            BaseUrl.of(request),
            PATH,
            locale(parameters, request)));
  }

  /** Only capabilities need SERVICE; whoever names it must mean this one. */
  private static void requireService(Parameters parameters) {
    Optional<String> service = parameters.find("SERVICE");
    if (service.isPresent() && !service.get().toUpperCase(Locale.ROOT).endsWith("WMS")) {
      throw RequestException.invalid("SERVICE", service.get(), "this is a WMS");
    }
  }

  private WmsOperation operation(Parameters parameters) {
    String name = parameters.get("REQUEST");
    return Optional.ofNullable(operations.get(name.toLowerCase(Locale.ROOT)))
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.UNKNOWN_OPERATION,
                    "REQUEST",
                    "REQUEST=%s: allowed are GetCapabilities, GetMap, GetFeatureInfo, GetLegendGraphic, DescribeLayer, GetStyles"
                        .formatted(RequestException.quote(name))));
  }

  /** LANGUAGE, then what the browser prefers; Chinese where neither says. */
  private static Locale locale(Parameters parameters, HttpServletRequest request) {
    Optional<Locale> named = parameters.find("LANGUAGE").map(Locale::forLanguageTag);
    if (named.isPresent()) {
      return named.get();
    }
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? Locale.TAIWAN
        : request.getLocale();
  }
}
