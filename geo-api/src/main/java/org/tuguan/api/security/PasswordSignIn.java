package org.tuguan.api.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.people.Account;
import org.tuguan.api.people.Accounts;
import org.tuguan.api.people.Credentials;
import org.tuguan.api.people.Secrets;
import org.tuguan.core.Fault;
import org.tuguan.core.RequestException;

/**
 * Lets somebody in with name, or e-mail address, and password. The answer and the time it takes are
 * the same whether there is such an account or not.
 *
 * <p>Programs send the password with each request, and the encoding is slow on purpose: a password
 * found right is known by its keyed hash for some minutes, in memory, as long as the account stays
 * as it is.
 */
final class PasswordSignIn implements AuthenticationProvider {
  private static final Duration KNOWN = Duration.ofMinutes(5);
  private static final String ACTION = "sign-in";

  private final Accounts accounts;
  private final Lockouts lockouts;
  private final PasswordEncoder encoder;
  private final AuditTrail audit;
  private final Clock clock;
  private final String nobodysPassword;
  private final SecretKeySpec memoryKey = new SecretKeySpec(Secrets.bytes(32), "HmacSHA256");
  private final Cache<String, Known> known =
      Caffeine.newBuilder().expireAfterWrite(KNOWN).maximumSize(1_000).build();

  PasswordSignIn(
      Accounts accounts,
      Lockouts lockouts,
      PasswordEncoder encoder,
      AuditTrail audit,
      Clock clock) {
    this.accounts = accounts;
    this.lockouts = lockouts;
    this.encoder = encoder;
    this.audit = audit;
    this.clock = clock;
    this.nobodysPassword = encoder.encode(Secrets.newToken());
  }

  private record Known(String name, long stamp) {}

  @Override
  public boolean supports(Class<?> authentication) {
    return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    String login = attempt.getName().strip().replace('\0', ' '); // no text to the database
    String password = String.valueOf(attempt.getCredentials());
    SignInDetails details = (SignInDetails) attempt.getDetails();
    if (details.interactive()) {
      return SignedIn.authentication(check(login, password, details));
    }
    String remembered = remembered(login, password);
    return SignedIn.authentication(
        findKnown(remembered)
            .orElseGet(
                () -> {
                  Account account = check(login, password, details);
                  known.put(remembered, new Known(account.name(), account.stamp()));
                  return account;
                }));
  }

  private Optional<Account> findKnown(String remembered) {
    return Optional.ofNullable(known.getIfPresent(remembered))
        .flatMap(
            each ->
                accounts
                    .find(each.name())
                    .filter(account -> account.isActive() && account.stamp() == each.stamp()));
  }

  private Account check(String login, String password, SignInDetails details) {
    if (lockouts.isLocked(login, details.address())) {
      audit.denied(ACTION, "locked", details.address());
      throw new SignInException(SignInException.Reason.LOCKED);
    }
    Optional<Credentials> found = accounts.findCredentials(login);
    String encoded = found.flatMap(Credentials::password).orElse(nobodysPassword);
    boolean right = encoder.matches(password, encoded);
    if (!right || found.filter(each -> each.account().isActive()).isEmpty()) {
      throw wrong(login, details, SignInException.Reason.WRONG);
    }
    Credentials credentials = found.get();
    if (credentials.totpSecret().isPresent()) {
      checkSecondFactor(login, credentials, details);
    }
    lockouts.succeeded(login);
    if (details.interactive()) {
      accounts.signedIn(credentials.account().name());
    }
    return credentials.account();
  }

  private void checkSecondFactor(String login, Credentials credentials, SignInDetails details) {
    if (!details.interactive()) {
      throw new SignInException(SignInException.Reason.USE_A_KEY);
    }
    String code =
        details.code().orElseThrow(() -> new SignInException(SignInException.Reason.CODE_NEEDED));
    String name = credentials.account().name();
    OptionalLong step =
        Totp.findStep(credentials.totpSecret().orElseThrow(), code, clock.instant());
    boolean right =
        step.isPresent()
            ? accounts.takeStep(name, step.getAsLong())
            : accounts.takeRecoveryCode(name, SecondFactors.hash(code));
    if (!right) {
      throw wrong(login, details, SignInException.Reason.CODE_WRONG);
    }
  }

  private SignInException wrong(
      String login, SignInDetails details, SignInException.Reason reason) {
    audit.denied(ACTION, "password", details.address());
    if (lockouts.failed(login, details.address())) {
      audit.record(
          "anonymous",
          "sign-in.lock",
          "address:" + details.address(),
          Map.of("reason", "attempts"));
    }
    return new SignInException(reason);
  }

  private String remembered(String login, String password) {
    try {
      Mac mac = Mac.getInstance(memoryKey.getAlgorithm());
      mac.init(memoryKey);
      mac.update(login.getBytes(StandardCharsets.UTF_8));
      mac.update((byte) 0);
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new RequestException(Fault.INVALID_PARAMETER, "password", "cannot be read", e);
    }
  }
}
