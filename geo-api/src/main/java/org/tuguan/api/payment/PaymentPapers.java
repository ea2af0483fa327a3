package org.tuguan.api.payment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.tuguan.api.TuguanApplication;
import org.tuguan.api.TuguanProperties;
import org.tuguan.api.issuing.Application;
import org.tuguan.api.issuing.QuotedFees;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.Caller;
import org.tuguan.core.payment.Instruction;
import org.tuguan.core.payment.MoneySource;
import org.tuguan.core.payment.PaymentMethod;
import org.tuguan.core.payment.Receipt;
import org.tuguan.core.payment.RefundNotice;
import org.tuguan.core.payment.Slip;

/**
 * The papers of payments, for those who may see them; what does not concern a caller is not there.
 */
@Service
public class PaymentPapers {
  private final SeenPayments seen;
  private final JdbcReceipts receipts;
  private final JdbcRefunds refunds;
  private final JdbcRemittances remittances;
  private final JdbcLedger ledger;
  private final QuotedFees fees;
  private final PaymentMethods methods;
  private final Paying paying;
  private final LocalText payee;
  private final Clock clock;

  PaymentPapers(
      SeenPayments seen,
      JdbcReceipts receipts,
      JdbcRefunds refunds,
      JdbcRemittances remittances,
      JdbcLedger ledger,
      QuotedFees fees,
      PaymentMethods methods,
      Paying paying,
      TuguanProperties tuguan,
      Clock clock) {
    this.seen = seen;
    this.receipts = receipts;
    this.refunds = refunds;
    this.remittances = remittances;
    this.ledger = ledger;
    this.fees = fees;
    this.methods = methods;
    this.paying = paying;
    this.payee =
        new LocalText(tuguan.city().name().zh() + "圖館", tuguan.city().name().en() + " map library");
    this.clock = clock;
  }

  /**
   * @param number of a payment
   * @throws RequestException NOT_FOUND if it is not paid with a slip, or is not open any more
   */
  public Slip slip(String number, Caller caller) {
    SeenPayments.One one = seen.get(number, caller);
    Payment payment = one.payment();
    PaymentMethod method = methods.get(payment.method());
    if (!payment.state().isOpen()
        || !(method.instruction(paying.bill(payment, one.application()))
            instanceof Instruction.Slip slip)) {
      throw SeenPayments.notFound("number", "沒有可用的繳款單", "there is no slip that could be paid");
    }
    QuotedFees.Fee fee = fees.get(one.application());
    return new Slip(
        one.application().number(),
        payment.payer(),
        LocalDate.ofInstant(payment.times().created(), TuguanApplication.ZONE),
        slip.barcode(),
        fee.lines(),
        payee,
        fee.standard(),
        fee.demonstration());
  }

  /**
   * @param number for example R-115-000001
   */
  public Receipt receipt(String number, Caller caller) {
    JdbcReceipts.Row row =
        receipts
            .find(number)
            .orElseThrow(
                () -> SeenPayments.notFound("number", "沒有這張收據", "there is no such receipt"));
    return receipt(row, seen.get(row.payment(), caller));
  }

  /** Newest first, for those who see all. */
  List<Receipt> listReceipts(
      LocalDate from, LocalDate to, String before, int limit, Caller caller) {
    SeenPayments.requireAll(caller);
    return receipts.list(from, to, before, limit).stream()
        .map(row -> receipt(row, seen.get(row.payment(), caller)))
        .toList();
  }

  private Receipt receipt(JdbcReceipts.Row row, SeenPayments.One one) {
    QuotedFees.Fee fee = fees.get(one.application());
    List<String> came =
        ledger.sources(one.payment()).stream().map(MoneySource::method).distinct().toList();
    boolean pretended =
        methods.list().stream()
            .anyMatch(each -> came.contains(each.name()) && each.isDemonstration());
    return new Receipt(
        row.number(),
        one.payment().number(),
        one.application().number(),
        row.payer(),
        row.amount(),
        row.day(),
        method(came),
        fee.lines(),
        payee,
        fee.standard(),
        refunds.sumOf(one.payment().id()),
        row.voided()
            .map(
                at ->
                    new Receipt.Void(
                        LocalDate.ofInstant(at, TuguanApplication.ZONE), row.voidReason())),
        fee.demonstration() || pretended);
  }

  private Receipt.Method method(List<String> came) {
    List<LocalText> titles = came.stream().map(methods::title).toList();
    return new Receipt.Method(
        String.join("+", came),
        new LocalText(
            String.join("、", titles.stream().map(LocalText::zh).toList()),
            String.join(", ", titles.stream().map(LocalText::en).toList())));
  }

  /**
   * @param number for example F-115-000001
   */
  public RefundNotice refund(String number, Caller caller) {
    Refund refund =
        refunds
            .find(number)
            .map(JdbcRefunds.Row::refund)
            .orElseThrow(
                () -> SeenPayments.notFound("number", "沒有這筆退費", "there is no such refund"));
    Optional<Long> payment =
        refund
            .of()
            .payment()
            .or(
                () ->
                    remittances
                        .find(refund.of().remittance().orElseThrow())
                        .orElseThrow()
                        .payment());
    if (payment.isEmpty() && !SeenPayments.seesAll(caller)) {
      throw SeenPayments.notFound("number", "沒有這筆退費", "there is no such refund");
    }
    Optional<Application> application = payment.map(id -> seen.get(id, caller).application());
    return new RefundNotice(
        refund.number(),
        application.map(Application::number),
        refund.of().payment().flatMap(receipts::findOf).map(JdbcReceipts.Row::number),
        refund.payer(),
        refund.amount(),
        refund.interest(),
        refund.why().article(),
        refund.why().reason(),
        refund.decided(),
        refund.paidOut(),
        payee);
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), TuguanApplication.ZONE);
  }
}
