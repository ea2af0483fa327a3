package org.tuguan.api.wms;

import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.Refusal;
import org.tuguan.core.RequestException;

/** Refusals as a ServiceExceptionReport. */
@Component
class WmsRefusals implements Refusal.Form {
  @Override
  public boolean speaksAt(String path) {
    return path.equals("/wms");
  }

  @Override
  public Refusal.Document document(Parameters parameters, Refusal refusal) {
    WmsAnswer report =
        new ServiceException("", "", refusal.message().both())
            .report(version(parameters), refusal.status());
    return new Refusal.Document(
        report.mediaType() + ";charset=UTF-8", new String(report.body(), StandardCharsets.UTF_8));
  }

  private static WmsVersion version(Parameters parameters) {
    try {
      return WmsVersion.negotiate(parameters);
    } catch (RequestException e) {
      return WmsVersion.V1_3_0;
    }
  }
}
