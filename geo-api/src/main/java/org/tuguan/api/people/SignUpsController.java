package org.tuguan.api.people;

import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.ApplicantClass;

/**
 * {@code /api/v1/sign-ups} and the links of mails: for people without an account, who learn nothing
 * of others'; and for the officers who decide.
 */
@RestController
class SignUpsController {
  private final SignUps signUps;
  private final SignUpDecisions decisions;
  private final PasswordLinks links;
  private final ForgottenPasswords forgotten;

  SignUpsController(
      SignUps signUps,
      SignUpDecisions decisions,
      PasswordLinks links,
      ForgottenPasswords forgotten) {
    this.signUps = signUps;
    this.decisions = decisions;
    this.links = links;
    this.forgotten = forgotten;
  }

  /** What came in a mail. */
  record Token(String token) {}

  record Email(String email) {}

  record NewPassword(String token, String password) {
    @Override
    public String toString() {
      return "NewPassword";
    }
  }

  record Approval(Long partner) {}

  record Refusal(String reason) {}

  record Waiting(List<JdbcSignUps.Waiting> signUps) {}

  record PartnerWords(String name, String applicantClass) {
    Partner partner(long id) {
      ApplicantClass kind =
          ApplicantClass.find(applicantClass)
              .orElseThrow(
                  () ->
                      RequestException.invalid(
                          "applicant_class", "" + applicantClass, "a code of a class"));
      return new Partner(id, SignUpRequest.text("name", name, 200), kind);
    }
  }

  /** The answer is the same whether the address has an account or not. */
  @PostMapping("/api/v1/sign-ups")
  ResponseEntity<Void> request(@RequestBody SignUpRequest request) {
    signUps.request(request);
    return ResponseEntity.accepted().build();
  }

  @PostMapping("/api/v1/sign-ups/confirmations")
  ResponseEntity<Void> confirm(@RequestBody Token token) {
    signUps.confirm(token.token());
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/api/v1/sign-ups")
  Waiting list() {
    return new Waiting(decisions.list());
  }

  @PostMapping("/api/v1/sign-ups/{id}/approval")
  ResponseEntity<Void> approve(
      @PathVariable("id") long id, @RequestBody(required = false) Approval approval) {
    decisions.approve(id, Optional.ofNullable(approval).map(Approval::partner));
    return ResponseEntity.noContent().build();
  }

  @PostMapping("/api/v1/sign-ups/{id}/refusal")
  ResponseEntity<Void> refuse(@PathVariable("id") long id, @RequestBody Refusal refusal) {
    decisions.refuse(id, refusal.reason());
    return ResponseEntity.noContent().build();
  }

  /** The answer is the same whether the address has an account or not. */
  @PostMapping("/api/v1/password-links")
  ResponseEntity<Void> forgot(@RequestBody Email email) {
    forgotten.ask(email.email());
    return ResponseEntity.accepted().build();
  }

  @PostMapping("/api/v1/passwords")
  ResponseEntity<Void> use(@RequestBody NewPassword password) {
    links.use(password.token(), password.password());
    return ResponseEntity.noContent().build();
  }
}
