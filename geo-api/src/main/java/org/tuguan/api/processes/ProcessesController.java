package org.tuguan.api.processes;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.BaseUrl;
import org.tuguan.api.security.Callers;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Role;
import org.tuguan.core.analysis.AnalysisProcess;
import tools.jackson.databind.JsonNode;

/**
 * {@code /ogc/processes} and {@code /ogc/jobs}. A job is seen by who asked for it and by
 * administrators; one of the public by whoever knows its id.
 */
@RestController
@ConditionalOnWebApplication
class ProcessesController {
  private static final int JOBS = 100;
  private static final int RETRY_SECONDS = 30;

  private final ExtensionRegistry extensions;
  private final ProcessRuns runs;
  private final ProcessQueue background;
  private final JdbcProcessJobs jobs;

  ProcessesController(
      ExtensionRegistry extensions,
      ProcessRuns runs,
      ProcessQueue background,
      JdbcProcessJobs jobs) {
    this.extensions = extensions;
    this.runs = runs;
    this.background = background;
    this.jobs = jobs;
  }

  private static ProcessDocuments documents(HttpServletRequest request, Locale language) {
    return new ProcessDocuments(BaseUrl.of(request) + "/ogc", language);
  }

  @GetMapping("/ogc/processes")
  Map<String, Object> list(HttpServletRequest request, Locale language) {
    return documents(request, language).list(extensions.list(AnalysisProcess.class));
  }

  @GetMapping("/ogc/processes/{id}")
  Map<String, Object> describe(
      @PathVariable String id, HttpServletRequest request, Locale language) {
    return documents(request, language).description(require(id));
  }

  private AnalysisProcess require(String id) {
    return extensions
        .find(AnalysisProcess.class, id)
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "processID",
                    new LocalText(
                        "沒有分析 " + RequestException.quote(id),
                        "there is no process " + RequestException.quote(id))));
  }

  /** At once; as a job with {@code Prefer: respond-async}. */
  @PostMapping("/ogc/processes/{id}/execution")
  ResponseEntity<Map<String, Object>> execute(
      @PathVariable String id,
      @RequestBody JsonNode body,
      HttpServletRequest request,
      Locale language) {
    AnalysisProcess process = require(id);
    Caller caller = Callers.current();
    JsonNode inputs = body.path("inputs");
    if (!String.valueOf(request.getHeader("Prefer")).contains("respond-async")) {
      return ResponseEntity.ok(runs.run(process, inputs, caller));
    }
    if (caller.key().isPresent()) {
      throw notAllowed("金鑰不能建立工作", "a key does not start jobs; ask and wait");
    }
    runs.read(process, inputs, caller);
    String given = inputs.isMissingNode() ? "{}" : inputs.toString();
    JdbcProcessJobs.Job job =
        jobs.find(background.accept(process.name(), caller, given)).orElseThrow();
    return ResponseEntity.created(URI.create(BaseUrl.of(request) + "/ogc/jobs/" + job.id()))
        .header("Preference-Applied", "respond-async")
        .body(documents(request, language).status(job));
  }

  /** As every refusal here, in the form of RFC 9457, which OGC 18-062r2 takes over. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> later(TooManyJobsException e) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.TOO_MANY_REQUESTS, e.text().en());
    problem.setProperty("message", e.text());
    return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_SECONDS))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  private static RequestException notAllowed(String zh, String en) {
    return new RequestException(Fault.NOT_ALLOWED, "processID", new LocalText(zh, en));
  }

  @GetMapping("/ogc/jobs")
  Map<String, Object> list(HttpServletRequest request, Locale language, Optional<Integer> limit) {
    ProcessDocuments documents = documents(request, language);
    int most = Math.max(1, Math.min(JOBS, limit.orElse(JOBS)));
    List<JdbcProcessJobs.Job> own =
        Callers.current().user().map(account -> jobs.listOf(account, most)).orElse(List.of());
    return Map.of("jobs", own.stream().map(documents::status).toList(), "links", List.of());
  }

  @GetMapping("/ogc/jobs/{id}")
  Map<String, Object> status(@PathVariable String id, HttpServletRequest request, Locale language) {
    return documents(request, language).status(job(id));
  }

  private JdbcProcessJobs.Job job(String id) {
    Caller caller = Callers.current();
    return uuid(id)
        .flatMap(jobs::find)
        .filter(
            job ->
                job.account().isEmpty()
                    || job.account().equals(caller.user())
                    || caller.has(Role.ADMIN))
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "jobID",
                    new LocalText(
                        "沒有工作 " + RequestException.quote(id),
                        "there is no job " + RequestException.quote(id))));
  }

  private static Optional<UUID> uuid(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  @GetMapping("/ogc/jobs/{id}/results")
  ResponseEntity<String> results(@PathVariable String id) {
    JdbcProcessJobs.Job job = job(id);
    String results =
        job.results()
            .orElseThrow(
                () ->
                    new RequestException(
                        job.isOver() ? Fault.CONFLICT : Fault.NOT_FOUND,
                        "jobID",
                        job.isOver()
                            ? new LocalText(
                                "工作沒有結果：" + job.message().zh(),
                                "the job has no results: " + job.message().en())
                            : new LocalText("工作尚未完成", "the job is not done yet")));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(results);
  }

  /** Ends it if it runs; its row stays, so that everybody who asks learns of it. */
  @DeleteMapping("/ogc/jobs/{id}")
  Map<String, Object> dismiss(
      @PathVariable String id, HttpServletRequest request, Locale language) {
    JdbcProcessJobs.Job job = job(id);
    jobs.finish(job.id(), "dismissed", LocalText.same(""), Optional.empty());
    return documents(request, language).status(job(id));
  }
}
