package org.tuguan.api.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.OwnAccount;
import org.tuguan.api.people.PartnerJson;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;

/** {@code /api/v1/account}: one's own. */
@RestController
class OwnAccountController {
  private static final String SECRET = "[A-Z2-7]{32}";

  private final OwnAccount own;
  private final SessionAccounts sessions;
  private final Lockouts lockouts;
  private final TuguanProperties properties;
  private final Clock clock;

  OwnAccountController(
      OwnAccount own,
      SessionAccounts sessions,
      Lockouts lockouts,
      TuguanProperties properties,
      Clock clock) {
    this.own = own;
    this.sessions = sessions;
    this.lockouts = lockouts;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param agency id, or null
   * @param partner null for people of agencies
   */
  record Own(
      String name,
      String email,
      String displayName,
      String agency,
      PartnerJson partner,
      boolean secondFactor,
      boolean mustChange,
      boolean demo) {}

  record PasswordChange(String current, String password) {
    @Override
    public String toString() {
      return "PasswordChange";
    }
  }

  record NameChange(String displayName) {}

  record Proof(String current) {
    @Override
    public String toString() {
      return "Proof";
    }
  }

  /**
   * @param uri what a telephone reads
   */
  record NewSecret(String secret, String uri) {}

  record SecondFactor(String current, String secret, String code) {
    @Override
    public String toString() {
      return "SecondFactor";
    }
  }

  record RecoveryCodes(List<String> recoveryCodes) {}

  @GetMapping("/api/v1/account")
  Own get() {
    return own(who());
  }

  @PatchMapping("/api/v1/account")
  Own change(@RequestBody NameChange change) {
    return own(own.changeName(who().name(), change.displayName()));
  }

  @PutMapping("/api/v1/account/password")
  ResponseEntity<Void> changePassword(
      @RequestBody PasswordChange change,
      HttpServletRequest request,
      HttpServletResponse response) {
    String name = who().name();
    renew(
        proved(request, () -> own.changePassword(name, change.current(), change.password())),
        request,
        response);
    return ResponseEntity.noContent().build();
  }

  /** A secret to try; it counts once a code of it has come back. */
  @PostMapping("/api/v1/account/second-factor")
  NewSecret newSecret() {
    String secret = Totp.newSecret();
    String label = who().email().orElse(who().name());
    return new NewSecret(
        secret, Totp.uri(properties.city().nameEn() + " map library", label, secret));
  }

  @PutMapping("/api/v1/account/second-factor")
  RecoveryCodes addSecondFactor(
      @RequestBody SecondFactor factor, HttpServletRequest request, HttpServletResponse response) {
    if (factor.secret() == null || !factor.secret().matches(SECRET)) {
      throw RequestException.invalid("secret", "…", "a secret that this server made");
    }
    if (factor.code() == null
        || Totp.findStep(factor.secret(), factor.code(), clock.instant()).isEmpty()) {
      throw new RequestException(
          Fault.INVALID_PARAMETER,
          "code",
          new LocalText("驗證碼不正確；請檢查手機時間", "the code is wrong; look at the clock of the telephone"));
    }
    List<String> codes = SecondFactors.newRecoveryCodes();
    List<String> hashes = codes.stream().map(SecondFactors::hash).toList();
    String name = who().name();
    renew(
        proved(request, () -> own.setSecondFactor(name, factor.current(), factor.secret(), hashes)),
        request,
        response);
    return new RecoveryCodes(codes);
  }

  @DeleteMapping("/api/v1/account/second-factor")
  ResponseEntity<Void> removeSecondFactor(
      @RequestBody Proof proof, HttpServletRequest request, HttpServletResponse response) {
    String name = who().name();
    renew(
        proved(request, () -> own.setSecondFactor(name, proof.current(), null, List.of())),
        request,
        response);
    return ResponseEntity.noContent().build();
  }

  @GetMapping("/api/v1/account/export")
  ResponseEntity<Map<String, Object>> export() {
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tuguan-account.json\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(own.export(who().name()));
  }

  @DeleteMapping("/api/v1/account")
  ResponseEntity<Void> erase(@RequestBody Proof proof, HttpServletRequest request) {
    String name = who().name();
    proved(
        request,
        () -> {
          own.erase(name, proof.current());
          return name;
        });
    if (request.getSession(false) != null) {
      request.getSession(false).invalidate();
    }
    return ResponseEntity.noContent().build();
  }

  /** Wrong passwords count here as they do where people sign in: a session may be stolen. */
  private <T> T proved(HttpServletRequest request, Supplier<T> act) {
    String name = who().name();
    if (lockouts.isLocked(name, request.getRemoteAddr())) {
      throw new RequestException(
          Fault.NOT_ALLOWED, "current", new SignInException(SignInException.Reason.LOCKED).text());
    }
    try {
      return act.get();
    } catch (RequestException e) {
      if (e.fault() == Fault.NOT_ALLOWED) {
        lockouts.failed(name, request.getRemoteAddr());
      }
      throw e;
    }
  }

  private Own own(Account account) {
    return new Own(
        account.name(),
        account.email().orElse(null),
        account.displayName(),
        account.agency().orElse(null),
        own.findPartner(account).map(PartnerJson::of).orElse(null),
        account.secondFactor(),
        account.mustChange(),
        account.demo());
  }

  private static Account who() {
    return ((SignedIn) SecurityContextHolder.getContext().getAuthentication().getPrincipal())
        .account();
  }

  /** This session goes on, under another id. */
  private void renew(Account account, HttpServletRequest request, HttpServletResponse response) {
    if (request.getSession(false) != null) {
      request.changeSessionId();
      sessions.saveContext(
          new SecurityContextImpl(SignedIn.authentication(account)), request, response);
    }
  }
}
