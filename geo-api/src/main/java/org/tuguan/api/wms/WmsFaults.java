package org.tuguan.api.wms;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.tuguan.api.Overload;
import org.tuguan.api.Parameters;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Faults as WMS says them. What the caller can put right goes back with status 200 in the form that
 * EXCEPTIONS names; a fault of ours is a 5xx in XML with an id that stands in the log.
 */
@Component
class WmsFaults {
  private static final Logger LOG = LoggerFactory.getLogger(WmsFaults.class);

  private final ExceptionPicture pictures;

  WmsFaults(ExceptionPicture pictures) {
    this.pictures = pictures;
  }

  WmsAnswer answer(Parameters parameters, Exception e) {
    WmsVersion version = version(parameters);
    Optional<LocalText> overload = Overload.find(e);
    if (overload.isPresent()) {
      return later(new ServiceException("", "", overload.get().both()).report(version, 503));
    }
    if (e instanceof RequestException refused) {
      ServiceException exception = ServiceException.of(refused, version);
      return refused.fault() == Fault.TIMEOUT
          ? later(exception.report(version, 503))
          : inForm(parameters, exception, version);
    }
    if (e instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    String id = UUID.randomUUID().toString();
    LOG.error("a WMS request failed, error {}", id, e);
    String message = "The server failed; its log has more under " + id;
    return new ServiceException("", "", message).report(version, 500);
  }

  private static WmsVersion version(Parameters parameters) {
    try {
      return WmsVersion.negotiate(parameters);
    } catch (RequestException e) {
      return WmsVersion.V1_3_0;
    }
  }

  private static WmsAnswer later(WmsAnswer report) {
    return report.withHeaders(
        Map.of(HttpHeaders.RETRY_AFTER, Integer.toString(Overload.RETRY_SECONDS)));
  }

  private WmsAnswer inForm(Parameters parameters, ServiceException exception, WmsVersion version) {
    try {
      return switch (ExceptionForm.parse(parameters.find("EXCEPTIONS"))) {
        case XML -> exception.report(version, 200);
        case INIMAGE -> pictures.draw(parameters, exception.message());
        case BLANK -> pictures.draw(parameters, "");
      };
    } catch (Exception nothingToDrawOn) {
      LOG.debug("no picture of a fault", nothingToDrawOn);
      return exception.report(version, 200);
    }
  }
}
