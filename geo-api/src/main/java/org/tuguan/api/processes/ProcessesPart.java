package org.tuguan.api.processes;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tuguan.api.features.Link;
import org.tuguan.api.features.MediaTypes;
import org.tuguan.api.features.OgcPart;
import org.tuguan.api.features.OgcRequest;
import org.tuguan.core.catalog.Layer;

/** OGC API Processes in the documents of the API. */
@Component
class ProcessesPart implements OgcPart {
  private static final String PROCESSES =
      "http://www.opengis.net/spec/ogcapi-processes-1/1.0/conf/";
  private static final String RELATION = "http://www.opengis.net/def/rel/ogc/1.0/";

  @Override
  public List<String> conformance() {
    return List.of(
        PROCESSES + "core",
        PROCESSES + "ogc-process-description",
        PROCESSES + "json",
        PROCESSES + "dismiss");
  }

  @Override
  public List<Link> links(OgcRequest request) {
    return List.of(
        new Link(
            request.root() + "/processes",
            RELATION + "processes",
            MediaTypes.JSON,
            request.say("分析", "Processes")),
        new Link(
            request.root() + "/jobs",
            RELATION + "job-list",
            MediaTypes.JSON,
            request.say("工作", "Jobs")));
  }

  @Override
  public List<Link> links(OgcRequest request, Layer layer) {
    return List.of();
  }

  @Override
  public Map<String, Object> paths(OgcRequest request) {
    return Map.of();
  }
}
