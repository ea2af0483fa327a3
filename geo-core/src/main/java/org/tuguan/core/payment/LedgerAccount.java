package org.tuguan.core.payment;

import java.util.Arrays;
import java.util.Objects;
import org.tuguan.core.LocalText;

/**
 * An account of the books.
 *
 * @param of the payment method of a bank account, the agency of revenue; else empty
 */
public record LedgerAccount(Kind kind, String of) {
  /** What stands in an account. */
  public enum Kind {
    /** Fees that were set and have not come yet. */
    RECEIVABLE("receivable", "應收規費", "fees receivable"),
    /** What receivable fees will be revenue of, once they come. */
    ASSESSED("assessed", "待納規費", "fees assessed"),
    /** Money at the bank or the gateway, by payment method. */
    BANK("bank", "銀行存款", "bank"),
    /** Fees that were paid, by the agency that answers for the layer. */
    REVENUE("revenue", "規費收入", "fee revenue"),
    /** Decided to be given back, not sent yet. */
    REFUNDS_PAYABLE("refunds-payable", "應付退費", "refunds payable"),
    /** Money that came and belongs to no fee yet. */
    UNMATCHED("unmatched", "暫收款", "unmatched receipts"),
    /** Paid with refunds under the law. */
    INTEREST("interest", "利息支出", "interest paid");

    private final String code;
    private final LocalText title;

    Kind(String code, String zh, String en) {
      this.code = code;
      this.title = new LocalText(zh, en);
    }

    public LocalText title() {
      return title;
    }
  }

  public static final LedgerAccount RECEIVABLE = new LedgerAccount(Kind.RECEIVABLE, "");
  public static final LedgerAccount ASSESSED = new LedgerAccount(Kind.ASSESSED, "");
  public static final LedgerAccount REFUNDS_PAYABLE = new LedgerAccount(Kind.REFUNDS_PAYABLE, "");
  public static final LedgerAccount UNMATCHED = new LedgerAccount(Kind.UNMATCHED, "");
  public static final LedgerAccount INTEREST = new LedgerAccount(Kind.INTEREST, "");

  public LedgerAccount {
    Objects.requireNonNull(kind);
    boolean divided = kind == Kind.BANK || kind == Kind.REVENUE;
    if (divided == of.isBlank()) {
      throw new IllegalArgumentException(kind + " of " + of);
    }
  }

  public static LedgerAccount bank(String method) {
    return new LedgerAccount(Kind.BANK, method);
  }

  public static LedgerAccount revenue(String agency) {
    return new LedgerAccount(Kind.REVENUE, agency);
  }

  /** Reads what {@link #code} wrote. */
  public static LedgerAccount of(String code) {
    String[] parts = code.split(":", 2);
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.code.equals(parts[0]))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no account " + code));
    return new LedgerAccount(kind, parts.length == 1 ? "" : parts[1]);
  }

  /** As the database has it: {@code bank:slip}. */
  public String code() {
    return of.isEmpty() ? kind.code : kind.code + ":" + of;
  }
}
