package org.tuguan.api.payment;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tuguan.core.payment.Finding;

/**
 * Whether money that is reported was booked before.
 *
 * <p>A gateway, or a cashier by hand, means the same money by the same transaction, whatever else
 * is said. Of a line of a statement more is asked, since some banks use a number again and
 * statements overlap. It is the same money as a line of <em>another</em> statement of the same
 * account (or what was booked by hand) that says the same of transaction, day, amount and
 * reference; so many of these lines as there are before. Within one statement each line is a
 * movement of its own. If only the transaction is the same, nobody knows: it is not booked. Nor is
 * what a statement of an account of another name says just so, since accounts get other names.
 * Where no account is named, as while there was but one, it may be any. In all these cases a
 * cashier may say, with a reason, that it is another movement. The same line of the same file is
 * booked once in any case.
 *
 * @param finding DUPLICATE or IN_DOUBT; empty if it is new
 * @param before the money that it is, or is not told from; or from which a cashier told it
 * @param mayBeAnother whether a cashier could say that it is another movement
 * @param copy tells it from movements that say the same
 */
record Novelty(
    Optional<Finding> finding, Optional<Remittance> before, boolean mayBeAnother, int copy) {
  /**
   * @param known of the same method and transaction, by id
   */
  static Novelty of(Money money, List<Remittance> known) {
    if (money.listed().isEmpty()) {
      return known.isEmpty() ? unheardOf(1) : booked(Finding.DUPLICATE, known.get(0), false);
    }
    Money.Listed line = money.listed().get();
    Optional<Remittance> itself =
        known.stream()
            .filter(each -> each.money().listed().filter(line::isLine).isPresent())
            .findFirst();
    if (itself.isPresent()) {
      return booked(Finding.DUPLICATE, itself.get(), false);
    }
    return of(money, line, known);
  }

  private static Novelty of(Money money, Money.Listed line, List<Remittance> known) {
    List<Remittance> alike =
        known.stream().filter(each -> each.money().saysTheSame(money)).toList();
    List<Remittance> elsewhere = known.stream().filter(each -> isElsewhere(each, line)).toList();
    List<Remittance> same = alike.stream().filter(elsewhere::contains).toList();
    List<Remittance> renamed =
        alike.stream().filter(each -> isOfAnotherAccount(each, line)).toList();
    int copy = 1 + alike.size();
    if (line.another()) {
      Optional<Remittance> before =
          Stream.of(same, renamed, elsewhere).flatMap(List::stream).findFirst();
      return new Novelty(Optional.empty(), before, true, copy);
    }
    if (line.copy() <= same.size()) {
      return booked(Finding.DUPLICATE, same.get(line.copy() - 1), true);
    }
    if (line.copy() <= same.size() + renamed.size()) {
      return booked(Finding.IN_DOUBT, renamed.get(line.copy() - same.size() - 1), true);
    }
    return same.isEmpty() && !elsewhere.isEmpty()
        ? booked(Finding.IN_DOUBT, elsewhere.get(0), true)
        : unheardOf(copy);
  }

  /**
   * In another statement of an account that may be the same, or booked by hand for we do not know
   * which.
   */
  private static boolean isElsewhere(Remittance known, Money.Listed line) {
    return known
        .money()
        .listed()
        .map(each -> each.mayBeOfAccount(line) && !each.statement().equals(line.statement()))
        .orElse(true);
  }

  private static boolean isOfAnotherAccount(Remittance known, Money.Listed line) {
    return known.money().listed().filter(each -> !each.mayBeOfAccount(line)).isPresent();
  }

  private static Novelty unheardOf(int copy) {
    return new Novelty(Optional.empty(), Optional.empty(), false, copy);
  }

  private static Novelty booked(Finding finding, Remittance before, boolean mayBeAnother) {
    return new Novelty(Optional.of(finding), Optional.of(before), mayBeAnother, 0);
  }
}
