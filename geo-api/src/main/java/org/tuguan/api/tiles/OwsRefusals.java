package org.tuguan.api.tiles;

import org.springframework.stereotype.Component;
import org.tuguan.api.Parameters;
import org.tuguan.api.Refusal;

/** Refusals as an ExceptionReport of OWS Common 1.1, which WMTS and WFS 2.0 share. */
@Component
class OwsRefusals implements Refusal.Form {
  @Override
  public boolean speaksAt(String path) {
    return path.equals("/wmts") || path.startsWith("/wmts/") || path.equals("/wfs");
  }

  @Override
  public Refusal.Document document(Parameters parameters, Refusal refusal) {
    return new Refusal.Document(
        OwsReport.MEDIA_TYPE, OwsReport.ofUs(refusal.message().both()).document());
  }
}
