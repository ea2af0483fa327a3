package org.tuguan.core.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tuguan.core.LocalText;

/** Something that happened to money. Its debits equal its credits; there is no other entry. */
public record LedgerEntry(Kind kind, List<LedgerLine> lines) {
  /** What happened. */
  public enum Kind {
    ASSESSED("核定規費", "fee assessed"),
    WRITTEN_OFF("註銷應收", "written off"),
    RECEIVED("收款", "money received"),
    HELD("暫收", "money held"),
    APPLIED("暫收轉正", "held money applied"),
    EARNED("認列收入", "revenue earned"),
    REFUND("核定退費", "refund decided"),
    REFUND_HELD("核定退還暫收款", "refund of held money decided"),
    PAID_OUT("撥付退費", "refund paid out");

    private final LocalText title;

    Kind(String zh, String en) {
      this.title = new LocalText(zh, en);
    }

    public LocalText title() {
      return title;
    }
  }

  public LedgerEntry {
    Objects.requireNonNull(kind);
    lines = List.copyOf(lines);
    BigDecimal debits = sum(lines.stream().map(LedgerLine::debit).toList());
    BigDecimal credits = sum(lines.stream().map(LedgerLine::credit).toList());
    if (lines.size() < 2 || debits.compareTo(credits) != 0) {
      throw new IllegalArgumentException(
          "%s does not balance: %s | %s".formatted(kind, debits, credits));
    }
  }

  /** Sum of either side, whole NT$. */
  public BigDecimal total() {
    return sum(lines.stream().map(LedgerLine::debit).toList());
  }

  private static BigDecimal sum(List<BigDecimal> amounts) {
    return amounts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static LedgerEntry of(
      Kind kind, LedgerAccount debit, LedgerAccount credit, BigDecimal amount) {
    return new LedgerEntry(
        kind, List.of(LedgerLine.debit(debit, amount), LedgerLine.credit(credit, amount)));
  }

  public static LedgerEntry assessed(BigDecimal fee) {
    return of(Kind.ASSESSED, LedgerAccount.RECEIVABLE, LedgerAccount.ASSESSED, fee);
  }

  public static LedgerEntry writtenOff(BigDecimal fee) {
    return of(Kind.WRITTEN_OFF, LedgerAccount.ASSESSED, LedgerAccount.RECEIVABLE, fee);
  }

  /** The right money. */
  public static LedgerEntry received(String method, BigDecimal amount) {
    return of(Kind.RECEIVED, LedgerAccount.bank(method), LedgerAccount.RECEIVABLE, amount);
  }

  /** Money that does not match. */
  public static LedgerEntry held(String method, BigDecimal amount) {
    return of(Kind.HELD, LedgerAccount.bank(method), LedgerAccount.UNMATCHED, amount);
  }

  /** Held money that pays for something after all. */
  public static LedgerEntry applied(BigDecimal amount) {
    return of(Kind.APPLIED, LedgerAccount.UNMATCHED, LedgerAccount.RECEIVABLE, amount);
  }

  /** A fee that was paid becomes revenue of those whose layers it was for. */
  public static LedgerEntry earned(List<RevenueShare> shares) {
    List<LedgerLine> lines = new ArrayList<>();
    lines.add(LedgerLine.debit(LedgerAccount.ASSESSED, RevenueShare.total(shares)));
    for (RevenueShare share : shares) {
      lines.add(
          new LedgerLine(
              LedgerAccount.revenue(share.source().agency()),
              BigDecimal.ZERO,
              share.amount(),
              share.source()));
    }
    return new LedgerEntry(Kind.EARNED, lines);
  }

  /** Of a fee: the revenue goes back where it came from. */
  public static LedgerEntry refund(List<RevenueShare> shares, BigDecimal interest) {
    List<LedgerLine> lines = new ArrayList<>();
    for (RevenueShare share : shares) {
      lines.add(
          new LedgerLine(
              LedgerAccount.revenue(share.source().agency()),
              share.amount(),
              BigDecimal.ZERO,
              share.source()));
    }
    return payable(Kind.REFUND, lines, RevenueShare.total(shares), interest);
  }

  /** Of money that was never a fee. */
  public static LedgerEntry refundHeld(BigDecimal amount, BigDecimal interest) {
    List<LedgerLine> lines = new ArrayList<>();
    lines.add(LedgerLine.debit(LedgerAccount.UNMATCHED, amount));
    return payable(Kind.REFUND_HELD, lines, amount, interest);
  }

  private static LedgerEntry payable(
      Kind kind, List<LedgerLine> lines, BigDecimal amount, BigDecimal interest) {
    if (interest.signum() > 0) {
      lines.add(LedgerLine.debit(LedgerAccount.INTEREST, interest));
    }
    lines.add(LedgerLine.credit(LedgerAccount.REFUNDS_PAYABLE, amount.add(interest)));
    return new LedgerEntry(kind, lines);
  }

  /**
   * The accounts pay in which the money came.
   *
   * @param from one at least; the first pays the interest
   */
  public static LedgerEntry paidOut(List<MoneySource> from, BigDecimal interest) {
    List<LedgerLine> lines = new ArrayList<>();
    BigDecimal more = interest;
    for (MoneySource each : from) {
      lines.add(LedgerLine.credit(LedgerAccount.bank(each.method()), each.amount().add(more)));
      more = BigDecimal.ZERO;
    }
    BigDecimal total = sum(lines.stream().map(LedgerLine::credit).toList());
    lines.add(0, LedgerLine.debit(LedgerAccount.REFUNDS_PAYABLE, total));
    return new LedgerEntry(Kind.PAID_OUT, lines);
  }
}
