package org.tuguan.api.payment;

import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.security.Callers;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.payment.BankStatement;
import org.tuguan.core.payment.Finding;

/**
 * {@code /api/v1/payments/bank-statements}: what banks say came, as {@link BankStatement}, tried
 * and then booked by cashiers.
 */
@RestController
class StatementsController {
  private static final String PATH = "/api/v1/payments/bank-statements";

  private final Reconciliation reconciliation;
  private final PaymentProperties properties;
  private final Clock clock;

  StatementsController(Reconciliation reconciliation, PaymentProperties properties, Clock clock) {
    this.reconciliation = reconciliation;
    this.properties = properties;
    this.clock = clock;
  }

  /**
   * @param mayBeAnother whether the cashier may say that it is another movement than it seems
   */
  record LineJson(
      long line,
      String transaction,
      LocalDate date,
      BigDecimal amount,
      String reference,
      String payer,
      Finding finding,
      LocalText findingTitle,
      LocalText message,
      boolean mayBeAnother,
      String payment,
      String application) {
    static LineJson of(Reconciliation.Checked checked) {
      BankStatement.Line line = checked.line();
      return new LineJson(
          line.number(),
          line.transaction(),
          line.date(),
          line.amount(),
          line.reference(),
          line.payer(),
          checked.finding(),
          checked.finding().title(),
          checked.note(),
          checked.mayBeAnother(),
          checked.payment().map(each -> each.number().text()).orElse(null),
          checked.application().map(Application::number).orElse(null));
    }
  }

  /**
   * @param booked lines that were not booked before; 0 if nothing was written
   */
  record StatementJson(
      boolean dryRun, List<LineJson> lines, Map<Finding, Long> counts, long booked) {}

  /** The bank accounts of which there are statements; empty if there is one. */
  record Accounts(List<String> accounts) {}

  @GetMapping(PATH + "/accounts")
  Accounts accounts() {
    SeenPayments.cashier(Callers.current());
    return new Accounts(properties.bankAccounts());
  }

  /**
   * @param another numbers of lines, with commas, that are other movements than they seem
   * @param reason why; needed with these
   */
  @PostMapping(PATH)
  StatementJson statement(
      @RequestParam(name = "dry_run", defaultValue = "true") boolean dryRun,
      @RequestParam(name = "account", defaultValue = "") String account,
      @RequestParam(name = "another", defaultValue = "") String another,
      @RequestParam(name = "reason", defaultValue = "") String reason,
      @RequestBody byte[] csv) {
    SeenPayments.cashier(Callers.current());
    LocalDate today = LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
    List<BankStatement.Line> lines = BankStatement.read(Fields.utf8("body", csv), today);
    Set<Long> others = others(another, lines);
    Reconciliation.Statement statement =
        new Reconciliation.Statement(
            account(account),
            sha256(csv),
            lines,
            others,
            others.isEmpty() ? "" : Fields.needed("reason", reason));
    List<Reconciliation.Checked> checked =
        dryRun
            ? reconciliation.check(statement)
            : reconciliation.book(statement, Callers.current());
    return json(dryRun, checked);
  }

  private static StatementJson json(boolean dryRun, List<Reconciliation.Checked> checked) {
    Map<Finding, Long> counts =
        checked.stream()
            .collect(
                Collectors.groupingBy(
                    Reconciliation.Checked::finding, TreeMap::new, Collectors.counting()));
    long before =
        counts.getOrDefault(Finding.DUPLICATE, 0L) + counts.getOrDefault(Finding.IN_DOUBT, 0L);
    return new StatementJson(
        dryRun,
        checked.stream().map(LineJson::of).toList(),
        counts,
        dryRun ? 0 : checked.size() - before);
  }

  private String account(String account) {
    List<String> known = properties.bankAccounts();
    if (known.isEmpty() ? !account.isEmpty() : !known.contains(account)) {
      throw RequestException.invalid(
          "account",
          account,
          known.isEmpty() ? "there is only one" : "allowed are " + String.join(", ", known));
    }
    return account;
  }

  private static Set<Long> others(String another, List<BankStatement.Line> lines) {
    Set<String> numbers =
        lines.stream().map(line -> Long.toString(line.number())).collect(Collectors.toSet());
    Set<Long> others = new TreeSet<>();
    for (String each : another.isBlank() ? new String[0] : another.split(",", -1)) {
      if (!numbers.contains(each.strip())) {
        throw RequestException.invalid(
            "another", each, "expected numbers of lines of the statement");
      }
      others.add(Long.valueOf(each.strip()));
    }
    return others;
  }

  static String sha256(byte[] file) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
