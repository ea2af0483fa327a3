package org.tuguan.api.keys;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tuguan.api.Refusal;
import org.tuguan.api.RefusalAnswers;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.api.limits.AddressLimits;
import org.tuguan.api.limits.Allowance;
import org.tuguan.api.limits.Turnstile;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.KeySecret;

/**
 * Takes the key out of a request, and turns the request away if it is not good: unknown, revoked,
 * out of date, from another address, or used up. All but the last look the same from outside.
 * Stands before everything that looks at the path.
 */
final class KeyFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(KeyFilter.class);
  private static final Refusal INVALID =
      new Refusal(
          401,
          new LocalText(
              "這把金鑰無效：可能抄寫有誤、已撤銷、不在有效期間，或不准由此位址使用。請向金鑰持有者查詢，或到「我的金鑰」另建一把。",
              "this key is not valid: mistyped, revoked, out of date, or not allowed from this address;"
                  + " ask its holder, or make another one under My keys"),
          Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"Tuguan\", error=\"invalid_token\""));
  private static final Refusal UNKNOWN_FOR_NOW =
      new Refusal(
          503,
          new LocalText(
              "目前無法查驗金鑰，請稍後再試。", "keys cannot be checked at the moment; try again shortly"),
          Map.of(HttpHeaders.RETRY_AFTER, "10"));

  private final KnownKeys known;
  private final KeyUses uses;
  private final AddressLimits addresses;
  private final Turnstile turnstile;
  private final RefusalAnswers refusals;
  private final AuditTrail audit;
  private final Clock clock;

  @SuppressWarnings("TooManyParameters")
  KeyFilter(
      KnownKeys known,
      KeyUses uses,
      AddressLimits addresses,
      Turnstile turnstile,
      RefusalAnswers refusals,
      AuditTrail audit,
      Clock clock) {
    this.known = known;
    this.uses = uses;
    this.addresses = addresses;
    this.turnstile = turnstile;
    this.refusals = refusals;
    this.audit = audit;
    this.clock = clock;
  }

  /** What Spring Security knows of a key. */
  private record KeyPrincipal(Caller caller) implements Callers.Principal {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<PresentedKey> presented = PresentedKey.find(request);
    if (presented.isEmpty()) {
      chain.doFilter(request, response);
    } else {
      open(presented.get(), request, response, chain);
    }
  }

  private void open(
      PresentedKey presented,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    Optional<LiveKey> live;
    try {
      live = KeySecret.parse(presented.text()).flatMap(known::find);
    } catch (DataAccessException e) {
      LOG.warn("a key cannot be checked: {}", e.getMessage());
      refusals.answer(request, response, presented.path(), UNKNOWN_FOR_NOW);
      return;
    }
    Optional<LiveKey> good = live.filter(each -> isGood(each, request.getRemoteAddr()));
    if (good.isEmpty()) {
      if (pass(presented, request, response, addresses.take(request.getRemoteAddr()))) {
        audit.denied("key.use", presented.path(), request.getRemoteAddr());
        refusals.answer(request, response, presented.path(), INVALID);
      }
    } else if (pass(presented, request, response, uses.take(good.get().key()))) {
      let(presented, good.get(), request, response, chain);
    }
  }

  private boolean isGood(LiveKey live, String address) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    return live.key().terms().holdsOn(today) && live.key().terms().allowsFrom(address);
  }

  private boolean pass(
      PresentedKey presented,
      HttpServletRequest request,
      HttpServletResponse response,
      Allowance allowance)
      throws IOException {
    return turnstile.pass(request, response, presented.path(), allowance);
  }

  private static void let(
      PresentedKey presented,
      LiveKey live,
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain)
      throws ServletException, IOException {
    Callers.present(request, new KeyPrincipal(live.caller()));
    KeyedResponse answer = new KeyedResponse(response, presented);
    chain.doFilter(new KeyedRequest(request, presented), answer);
    answer.end();
  }
}
