package org.tuguan.api;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.audit.Refused;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/**
 * Faults as problem+json (RFC 9457), for every path whose protocol has no form of its own. A fault
 * of ours answers with an id that stands in the log, and nothing else.
 */
@RestControllerAdvice
class Errors extends ResponseEntityExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  private final TuguanProperties properties;
  private final AuditTrail audit;

  Errors(TuguanProperties properties, AuditTrail audit) {
    this.properties = properties;
    this.audit = audit;
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(RequestException e, HttpServletRequest request) {
    Refused.tell(audit, e, request);
    return refused(e);
  }

  private static ResponseEntity<ProblemDetail> refused(RequestException e) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status(e.fault()), e.getMessage());
    problem.setProperty("fault", e.fault().name());
    if (!e.text().zh().equals(e.text().en())) {
      problem.setProperty("message", e.text());
    }
    if (!e.parameter().isEmpty()) {
      problem.setProperty("parameter", e.parameter());
    }
    e.place()
        .ifPresent(
            place -> {
              problem.setProperty("line", place.line());
              problem.setProperty("column", place.column());
            });
    return answer(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> later(RenderGate.OverloadedException e) {
    return later(Overload.find(e).orElseThrow());
  }

  private static ResponseEntity<ProblemDetail> later(LocalText message) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, message.en());
    problem.setProperty("message", message);
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Integer.toString(Overload.RETRY_SECONDS))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> unpacked(MultipartException e) {
    return refused(
        new RequestException(
            Fault.INVALID_PARAMETER,
            "",
            new LocalText(
                "請以 multipart/form-data 送出檔案", "this takes a file, sent as multipart/form-data"),
            e));
  }

  /** The container reads a query when it is first looked at, wherever that is. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> unreadable(InvalidParameterException e) {
    return refused(Parameters.unreadable(e));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> failed(Exception e, HttpServletRequest request) {
    if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
      return null; // nobody is there to read it
    }
    Optional<LocalText> overload = Overload.find(e);
    if (overload.isPresent()) {
      LOG.warn(
          "{} {} must wait: {}", request.getMethod(), request.getServletPath(), e.getMessage());
      return later(overload.get());
    }
    if (isData(e)) {
      return refused(
          new RequestException(
              Fault.INVALID_PARAMETER,
              "",
              new LocalText(
                  "有不能儲存的字元或數值", "there is a character or a number that cannot be stored")));
    }
    String id = UUID.randomUUID().toString();
    LOG.error("{} {} failed, error {}", request.getMethod(), request.getServletPath(), id, e);
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.INTERNAL_SERVER_ERROR, "The server failed; the log has more under " + id);
    problem.setProperty("error", id);
    return answer(problem);
  }

  /** Class 22 of SQL: values that no column takes, such as text with a NUL. */
  private static boolean isData(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql
          && sql.getSQLState() != null
          && sql.getSQLState().startsWith("22")) {
        return true;
      }
    }
    return false;
  }

  /** What a record of ours does not take says why. */
  @Override
  protected ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof RequestException refused) {
        ResponseEntity<ProblemDetail> answer = refused(refused);
        return ResponseEntity.status(answer.getStatusCode())
            .headers(answer.getHeaders())
            .body(answer.getBody());
      }
    }
    return super.handleHttpMessageNotReadable(e, headers, status, request);
  }

  @Override
  protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
      MaxUploadSizeExceededException e,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.CONTENT_TOO_LARGE,
            "The file is larger than %d MB, the limit of this server (tuguan.limits.upload)"
                .formatted(properties.limits().upload().toMegabytes()));
    return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).body(problem);
  }

  /** The HTTP status of a fault, for protocols that use it. */
  public static HttpStatus status(Fault fault) {
    return switch (fault) {
      case UNKNOWN_LAYER, NOT_FOUND -> HttpStatus.NOT_FOUND;
      case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
      case UNREADABLE_DATA -> HttpStatus.UNPROCESSABLE_CONTENT;
      case CONFLICT -> HttpStatus.CONFLICT;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case TIMEOUT -> HttpStatus.SERVICE_UNAVAILABLE;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.status(problem.getStatus())
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_PROBLEM_JSON);
    if (problem.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) {
      answer.header(HttpHeaders.RETRY_AFTER, Integer.toString(Overload.RETRY_SECONDS));
    }
    return answer.body(problem);
  }
}
