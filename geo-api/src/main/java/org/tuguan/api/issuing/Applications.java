package org.tuguan.api.issuing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.issuing.ApplicationState;
import org.tuguan.core.issuing.Party;
import org.tuguan.core.issuing.law.FeeClock;
import org.tuguan.core.issuing.law.Procedure;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do with applications as a whole: make them and move them, each in a transaction. */
@Service
class Applications {
  /** What people move by themselves; the rest comes with payments and deliveries. */
  static final Set<ApplicationState> BY_HAND =
      EnumSet.of(
          ApplicationState.SUBMITTED,
          ApplicationState.UNDER_REVIEW,
          ApplicationState.CORRECTION_ASKED,
          ApplicationState.APPROVED,
          ApplicationState.REFUSED,
          ApplicationState.WITHDRAWN,
          ApplicationState.CANCELLED,
          ApplicationState.CLOSED);

  private static final Set<ApplicationState> WITH_REASON =
      EnumSet.of(
          ApplicationState.CORRECTION_ASKED, ApplicationState.REFUSED, ApplicationState.CANCELLED);

  private static final Set<ApplicationState> SINCE_APPROVAL =
      EnumSet.of(
          ApplicationState.PAYMENT_DUE,
          ApplicationState.PAYMENT_UNKNOWN,
          ApplicationState.PAID,
          ApplicationState.PRODUCING,
          ApplicationState.READY,
          ApplicationState.DELIVERED,
          ApplicationState.CLOSED);

  private final JdbcApplications applications;
  private final JdbcReview review;
  private final JdbcQuotes quotes;
  private final JdbcDocuments documents;
  private final JdbcSerialNumbers numbers;
  private final Seen seen;
  private final FeeClock law;
  private final AuditTrail audit;
  private final Clock clock;

  Applications(
      JdbcApplications applications,
      JdbcReview review,
      JdbcQuotes quotes,
      JdbcDocuments documents,
      JdbcSerialNumbers numbers,
      Seen seen,
      FeeClock law,
      AuditTrail audit,
      Clock clock) {
    this.applications = applications;
    this.review = review;
    this.quotes = quotes;
    this.documents = documents;
    this.numbers = numbers;
    this.seen = seen;
    this.law = law;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * An application as a draft; the one that is there if this quote was applied with before.
   *
   * @param quoteNumber of one that was given to this account
   * @param purpose empty for that of the quote
   */
  @Transactional
  public Application create(String quoteNumber, Optional<String> purpose, Caller caller) {
    String account = signedIn(caller);
    JdbcQuotes.Row quote = ownQuote(quoteNumber, account);
    quotes.lock(quote.id());
    Optional<Application> known = review.findOfQuote(quote.id());
    if (known.isPresent()) {
      return known.get();
    }
    requireUsable(quote.quote());
    Asker asker = quote.quote().asker();
    Application.Applicant by =
        new Application.Applicant(
            account,
            asker.partner(),
            caller.agency(),
            asker.kind(),
            purpose(purpose, quote.quote()));
    String number = numbers.next("A");
    long id = review.insert(number, quote, by, grounds(quote.quote()), clock.instant());
    audit.record(
        account, "application.create", "application:" + number, Map.of("quote", quoteNumber));
    return applications.find(id).orElseThrow();
  }

  /** The price stands for one purpose; only a quote that names none leaves it open. */
  private static String purpose(Optional<String> asked, KeptQuote quote) {
    Optional<String> named = asked.filter(text -> !text.isBlank());
    if (quote.purpose().isBlank()) {
      return named.orElse("");
    }
    if (named.isPresent() && !named.get().equals(quote.purpose())) {
      throw new RequestException(
          Fault.CONFLICT,
          "purpose",
          new LocalText(
              "這份試算的目的是「%s」；目的不同請重新試算".formatted(quote.purpose()),
              "this quote is for the purpose %s; for another one, ask for a quote again"
                  .formatted(RequestException.quote(quote.purpose()))));
    }
    return quote.purpose();
  }

  private static String signedIn(Caller caller) {
    if (caller.user().isEmpty() || caller.key().isPresent()) {
      throw new RequestException(
          Fault.NOT_ALLOWED,
          "",
          new LocalText("申請須由登入的帳號提出，不能用金鑰", "applications are made by people, not with keys"));
    }
    return caller.user().get();
  }

  private JdbcQuotes.Row ownQuote(String number, String account) {
    return quotes
        .findByNumber(number)
        .filter(row -> row.quote().asker().account().filter(account::equals).isPresent())
        .orElseThrow(
            () ->
                new RequestException(
                    Fault.NOT_FOUND,
                    "quote",
                    new LocalText("此帳號沒有這份試算", "this account has no such quote")));
  }

  private void requireUsable(KeptQuote quote) {
    if (quote.asker().trial() || quote.wanted().layers().isEmpty()) {
      throw new RequestException(
          Fault.CONFLICT,
          "quote",
          new LocalText(
              "這份是試用試算；請登入後以圖層與範圍重新試算",
              "this quote was a trial; sign in and ask again for layers and an area"));
    }
    if (quote.validUntil().isBefore(today())) {
      throw new RequestException(
          Fault.CONFLICT,
          "quote",
          new LocalText(
              "試算已於 %s 失效，請重新試算".formatted(quote.validUntil()),
              "the quote was valid until %s; ask again".formatted(quote.validUntil())));
    }
  }

  private static String grounds(KeptQuote quote) {
    JsonNode asked = JsonMapper.shared().readTree(quote.asked());
    ObjectNode grounds = JsonMapper.shared().createObjectNode();
    for (String name : List.of("contract", "reciprocity")) {
      if (asked.hasNonNull(name)) {
        grounds.set(name, asked.get(name));
      }
    }
    return grounds.toString();
  }

  /**
   * @param from the state that the caller saw; empty for whatever it is now
   * @param timeline how many lines of it the caller saw; empty if that does not matter
   */
  record Wish(
      Optional<ApplicationState> from,
      ApplicationState to,
      String reason,
      String legalGround,
      Optional<LocalDate> due,
      Optional<Integer> timeline) {}

  /** Moves an application; an approval goes on to what follows from its price. */
  @Transactional
  public void move(String number, Wish wish, Caller caller) {
    Application known = seen.get(number, caller).application();
    Application before = applications.lock(known.id());
    review.requireSeen(known.id(), wish.timeline());
    Seen.One one = seen.get(number, caller);
    ApplicationState from = wish.from().orElse(before.state());
    if (before.state() == wish.to()
        || (wish.to() == ApplicationState.APPROVED
            && one.is(Party.OFFICER)
            && approved(before.state()))) {
      return;
    }
    Party party = party(one, from, wish.to());
    requireComplete(before, one, wish);
    Actor actor = new Actor(caller.user().orElseThrow(), party);
    applications.move(
        new Move(
            before.id(), from, wish.to(), actor, wish.reason(), wish.legalGround(), due(wish)));
    if (wish.to() == ApplicationState.APPROVED) {
      settle(before);
    } else if (wish.to() == ApplicationState.UNDER_REVIEW
        && from == ApplicationState.CORRECTION_ASKED) {
      review.askAgain(before.id());
    }
  }

  /** So that an approval that is repeated does no harm, however far it has come since. */
  private static boolean approved(ApplicationState state) {
    return SINCE_APPROVAL.contains(state);
  }

  private static Party party(Seen.One one, ApplicationState from, ApplicationState to) {
    Optional<Party> party =
        BY_HAND.contains(to)
            ? one.parties().stream().filter(each -> from.mayMove(to, each)).findFirst()
            : Optional.empty();
    return party.orElseThrow(
        () ->
            new RequestException(
                Fault.NOT_ALLOWED,
                "to",
                new LocalText(
                    "此帳號不能將「%s」改為「%s」".formatted(from.title().zh(), to.title().zh()),
                    "this account cannot make %s what is %s"
                        .formatted(to.title().en(), from.title().en()))));
  }

  private void requireComplete(Application before, Seen.One one, Wish wish) {
    if (WITH_REASON.contains(wish.to()) && wish.reason().isBlank()) {
      throw RequestException.missing("reason");
    }
    if (wish.to() == ApplicationState.REFUSED && wish.legalGround().isBlank()) {
      throw RequestException.missing("legal_ground");
    }
    if (wish.to() == ApplicationState.SUBMITTED) {
      requirePapers(before);
    }
    if (wish.to() == ApplicationState.APPROVED) {
      ApprovalNeeds.list(before, one.layers()).stream()
          .findFirst()
          .ifPresent(
              need -> {
                throw new RequestException(Fault.CONFLICT, need.parameter(), need.text());
              });
    }
  }

  private void requirePapers(Application application) {
    if (application.applicant().purpose().isBlank()) {
      throw RequestException.missing("purpose");
    }
    boolean contract =
        JsonMapper.shared().readTree(review.grounds(application.id())).hasNonNull("contract");
    if (contract
        && documents.list(application.id()).stream()
            .noneMatch(each -> each.kind().equals("contract"))) {
      throw new RequestException(
          Fault.CONFLICT,
          "documents",
          new LocalText(
              "請上傳契約文件（種類 contract）", "the contract is missing, a document of kind contract"));
    }
  }

  private void settle(Application application) {
    ApplicationState to =
        application.price().isDue() ? ApplicationState.PAYMENT_DUE : ApplicationState.PAID;
    String reason = application.price().isDue() ? "" : "免收費 nothing is due";
    applications.move(
        new Move(
            application.id(),
            ApplicationState.APPROVED,
            to,
            Actor.SYSTEM,
            reason,
            application.price().rule(),
            application.price().isDue()
                ? Optional.of(law.deadline(Procedure.SURVEY_CORRECTION, today()).due())
                : Optional.empty()));
  }

  /** As the law has it; an officer may give the applicant longer. */
  private Optional<LocalDate> due(Wish wish) {
    return switch (wish.to()) {
      case SUBMITTED, UNDER_REVIEW ->
          Optional.of(law.deadline(Procedure.INFORMATION_DECISION, today()).due());
      case CORRECTION_ASKED -> {
        LocalDate least = law.deadline(Procedure.SURVEY_CORRECTION, today()).due();
        yield Optional.of(wish.due().filter(day -> day.isAfter(least)).orElse(least));
      }
      default -> Optional.empty();
    };
  }

  private LocalDate today() {
    Instant now = clock.instant();
    return LocalDate.ofInstant(now, TuguanApplication.ZONE);
  }
}
