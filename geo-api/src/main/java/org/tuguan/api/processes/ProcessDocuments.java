package org.tuguan.api.processes;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tuguan.core.LocalText;
import org.tuguan.core.analysis.AnalysisProcess;
import org.tuguan.core.analysis.ProcessInput;
import org.tuguan.core.analysis.ProcessOutput;

/**
 * The documents of OGC 18-062r2, clauses 7.10 to 7.13.
 *
 * @param root address of {@code /ogc}
 */
record ProcessDocuments(String root, Locale language) {
  private String say(LocalText text) {
    return text.in(language);
  }

  Map<String, Object> list(List<AnalysisProcess> processes) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("processes", processes.stream().map(this::summary).toList());
    json.put("links", List.of(link("/processes", "self")));
    return json;
  }

  private Map<String, Object> summary(AnalysisProcess process) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", process.name());
    json.put("title", say(process.title()));
    json.put("description", say(process.summary()));
    json.put("version", "1.0.0");
    json.put("jobControlOptions", List.of("sync-execute", "async-execute", "dismiss"));
    json.put("outputTransmission", List.of("value"));
    json.put("links", List.of(link("/processes/" + process.name(), "self")));
    return json;
  }

  Map<String, Object> description(AnalysisProcess process) {
    Map<String, Object> json = summary(process);
    Map<String, Object> inputs = new LinkedHashMap<>();
    process.inputs().forEach(input -> inputs.put(input.name(), input(input)));
    Map<String, Object> outputs = new LinkedHashMap<>();
    for (ProcessOutput output : process.outputs()) {
      outputs.put(
          output.name(),
          Map.of(
              "title",
              say(output.title()),
              "schema",
              output.layer() ? Map.of("type", "string") : Map.of()));
    }
    json.put("inputs", inputs);
    json.put("outputs", outputs);
    json.put(
        "links",
        List.of(
            link("/processes/" + process.name(), "self"),
            link(
                "/processes/" + process.name() + "/execution",
                "http://www.opengis.net/def/rel/ogc/1.0/execute")));
    return json;
  }

  private Map<String, Object> input(ProcessInput input) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("title", say(input.title()));
    json.put("minOccurs", input.required() ? 1 : 0);
    json.put("maxOccurs", 1);
    json.put("schema", schema(input));
    return json;
  }

  private static Map<String, Object> schema(ProcessInput input) {
    Map<String, Object> schema = new LinkedHashMap<>();
    switch (input.type()) {
      case TEXT, LAYER -> schema.put("type", "string");
      case NUMBER -> schema.put("type", "number");
      case INTEGER -> schema.put("type", "integer");
      case FLAG -> schema.put("type", "boolean");
      case DATE -> {
        schema.put("type", "string");
        schema.put("format", "date");
      }
      case GEOMETRY -> {
        schema.put("type", "object");
        schema.put("format", "geojson-geometry");
      }
    }
    if (!input.allowed().isEmpty()) {
      schema.put("enum", input.allowed());
    }
    input.fallback().ifPresent(value -> schema.put("default", value));
    input.least().ifPresent(value -> schema.put("minimum", value));
    input.most().ifPresent(value -> schema.put("maximum", value));
    return schema;
  }

  Map<String, Object> status(JdbcProcessJobs.Job job) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("jobID", job.id().toString());
    json.put("processID", job.process());
    json.put("type", "process");
    json.put("status", job.status());
    json.put("message", say(job.message()));
    json.put("progress", job.progress());
    json.put("created", job.created());
    job.started().ifPresent(moment -> json.put("started", moment));
    job.finished().ifPresent(moment -> json.put("finished", moment));
    List<Map<String, Object>> links =
        job.results().isPresent()
            ? List.of(
                link("/jobs/" + job.id(), "self"),
                link(
                    "/jobs/" + job.id() + "/results",
                    "http://www.opengis.net/def/rel/ogc/1.0/results"))
            : List.of(link("/jobs/" + job.id(), "self"));
    json.put("links", links);
    return json;
  }

  private Map<String, Object> link(String path, String relation) {
    Map<String, Object> link = new LinkedHashMap<>();
    link.put("href", root + path);
    link.put("rel", relation);
    link.put("type", "application/json");
    return link;
  }
}
