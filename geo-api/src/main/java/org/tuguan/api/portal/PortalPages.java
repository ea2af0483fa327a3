package org.tuguan.api.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * {@code /layers/{name}} is a layer's page, {@code /verify} tells genuine files, and what is not
 * there has a page for people. Programs, which do not ask for HTML, get problem+json.
 */
@Configuration(proxyBeanMethods = false)
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PortalPages implements WebMvcConfigurer {
  private static final Resource NOT_FOUND =
      new ClassPathResource("META-INF/resources/error/404.html");
  private static final MediaType PAGE = MediaType.parseMediaType("text/html;charset=UTF-8");

  @Override
  public void addViewControllers(ViewControllerRegistry pages) {
    pages.addViewController("/layers/{name}").setViewName("forward:/layer.html");
    pages.addViewController("/verify").setViewName("forward:/verify.html");
  }

  @ExceptionHandler
  ResponseEntity<?> nothingThere(NoResourceFoundException e, HttpServletRequest request) {
    String accepted = request.getHeader(HttpHeaders.ACCEPT);
    if (accepted != null && accepted.contains(MediaType.TEXT_HTML_VALUE)) {
      return ResponseEntity.status(HttpStatus.NOT_FOUND).contentType(PAGE).body(NOT_FOUND);
    }
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(
            HttpStatus.NOT_FOUND, "There is nothing at " + request.getServletPath());
    return ResponseEntity.status(HttpStatus.NOT_FOUND)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
