package org.tuguan.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

class ErrorsTest {
  private static ResponseEntity<ProblemDetail> answer(Fault fault) {
    return new Errors(null, null)
        .refused(new RequestException(fault, "p", "m"), new MockHttpServletRequest());
  }

  @Test
  void whatCouldNotBeDoneInTimeSaysWhenToComeAgain() {
    assertThat(answer(Fault.TIMEOUT).getStatusCode().value()).isEqualTo(503);
    assertThat(answer(Fault.TIMEOUT).getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("5");
    assertThat(answer(Fault.TOO_LARGE).getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isNull();
  }
}
