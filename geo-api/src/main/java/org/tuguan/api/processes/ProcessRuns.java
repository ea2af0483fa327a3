package org.tuguan.api.processes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.tuguan.api.RenderGate;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.plugin.ExtensionRuns;
import org.tuguan.api.security.Callers;
import org.tuguan.core.ExtensionRegistry;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.analysis.AnalysisProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs processes for the callers who want them, with the rights that these have at that time and
 * for no longer than they may take.
 */
@Component
class ProcessRuns {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessRuns.class);

  /** Of a job for a process that is not there. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  private final ExtensionRegistry extensions;
  private final ExtensionRuns runs;
  private final ProcessProperties properties;
  private final Semaphore answers;
  private final InputReader reader;
  private final JdbcProcessJobs jobs;
  private final Accounts accounts;
  private final JsonMapper json;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  ProcessRuns(
      ExtensionRegistry extensions,
      ExtensionRuns runs,
      ProcessProperties properties,
      InputReader reader,
      JdbcProcessJobs jobs,
      Accounts accounts,
      JsonMapper json,
      Clock clock) {
    this.extensions = extensions;
    this.runs = runs;
    this.properties = properties;
    this.answers = new Semaphore(properties.answersAtOnce());
    this.reader = reader;
    this.jobs = jobs;
    this.accounts = accounts;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What a caller asks of a process, if they may run it.
   *
   * @throws RequestException NOT_ALLOWED if they may not, else what is wrong with the inputs
   */
  Map<String, Object> read(AnalysisProcess process, JsonNode inputs, Caller caller) {
    if (!process.roles().isEmpty() && process.roles().stream().noneMatch(caller::has)) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "processID",
          new LocalText("此帳號不能執行這項分析", "this takes an account that may run the process"));
    }
    return reader.read(process.inputs(), inputs, caller);
  }

  /**
   * For a caller who waits; not for long.
   *
   * @throws RequestException TIMEOUT if it takes longer than anybody waits
   * @throws RenderGate.OverloadedException if too many wait already
   */
  Map<String, Object> run(AnalysisProcess process, JsonNode inputs, Caller caller) {
    RunningCall call =
        new RunningCall(caller, read(process, inputs, caller), (part, step) -> refuseIfLate());
    SecurityContext context = SecurityContextHolder.getContext();
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (!answers.tryAcquire()) {
      throw new RenderGate.OverloadedException();
    }
    return runs.answer(
            process,
            properties.patience(),
            properties.time(),
            () -> {
              SecurityContextHolder.setContext(context);
              RequestContextHolder.setRequestAttributes(request);
              return process.run(call);
            },
            answers::release)
        .orElseThrow(this::late);
  }

  private RequestException late() {
    long seconds = properties.patience().toSeconds();
    return new RequestException(
        Fault.TIMEOUT,
        "",
        new LocalText(
            "未在 %d 秒內完成，已中止；請加 Prefer: respond-async 改以工作執行".formatted(seconds),
            "it was not done within %d s and was stopped; ask for a job with Prefer: respond-async"
                .formatted(seconds)));
  }

  private static void refuseIfLate() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody waits for it any more");
    }
  }

  /**
   * As a job; what goes wrong is written into it.
   *
   * @return false if the process is not there yet, as after a restart: the job waits on
   */
  boolean run(UUID id) {
    Optional<JdbcProcessJobs.Job> job = jobs.find(id);
    if (job.isEmpty() || job.get().isOver()) {
      return true; // dismissed before it began
    }
    Optional<AnalysisProcess> process = extensions.find(AnalysisProcess.class, job.get().process());
    if (process.isEmpty() && clock.instant().isBefore(job.get().created().plus(LONGEST_WAIT))) {
      return false;
    }
    if (jobs.start(id)) {
      run(job.get(), process);
    }
    return true;
  }

  private void run(JdbcProcessJobs.Job job, Optional<AnalysisProcess> process) {
    UUID id = job.id();
    try {
      String results = json.writeValueAsString(asCaller(job, process));
      jobs.finish(id, "successful", LocalText.same(""), Optional.of(results));
    } catch (CancellationException e) {
      jobs.finish(id, "dismissed", LocalText.same(""), Optional.empty());
    } catch (RequestException e) {
      jobs.finish(id, "failed", e.text(), Optional.empty());
    } catch (RuntimeException | LinkageError e) {
      fail(job, e);
    } catch (Error e) {
      fail(job, e);
      throw e;
    }
  }

  private void fail(JdbcProcessJobs.Job job, Throwable cause) {
    LOG.error("the job {} of {} failed", job.id(), job.process(), cause);
    jobs.finish(
        job.id(),
        "failed",
        new LocalText("執行失敗；伺服器紀錄有原因", "it failed; the server's log says why"),
        Optional.empty());
  }

  private Map<String, Object> asCaller(JdbcProcessJobs.Job job, Optional<AnalysisProcess> found) {
    Caller caller =
        job.account()
            .map(name -> accounts.find(name).filter(Account::isActive).map(Account::caller))
            .orElse(Optional.of(Caller.ANONYMOUS))
            .orElseThrow(CancellationException::new);
    AnalysisProcess process =
        found.orElseThrow(
            () ->
                RequestException.invalid(
                    "process", job.process(), new LocalText("目前沒有這項分析", "it is not there now")));
    Map<String, Object> inputs = read(process, json.readTree(job.inputs()), caller);
    RunningCall call =
        new RunningCall(caller, inputs, (part, step) -> progress(job.id(), part, step));
    return runs.finish(
        process,
        properties.time(),
        () -> {
          SecurityContextHolder.setContext(contextOf(caller));
          return process.run(call);
        });
  }

  private static SecurityContext contextOf(Caller caller) {
    Callers.Principal principal = () -> caller;
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(
        UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
    return context;
  }

  private void progress(UUID id, double part, LocalText step) {
    int percent = (int) Math.round(100 * Math.max(0, Math.min(1, part)));
    if (!jobs.progress(id, percent, step) || Thread.currentThread().isInterrupted()) {
      throw new CancellationException("nobody wants it any more");
    }
  }
}
