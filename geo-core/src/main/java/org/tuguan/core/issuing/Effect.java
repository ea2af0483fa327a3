package org.tuguan.core.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tuguan.core.LocalText;
import org.tuguan.core.RequestException;
import org.tuguan.core.issuing.Charge.Quantity;

/** What a rule does to a charge that it touches. Each gives the charge and any further ones. */
public sealed interface Effect {
  /** Components that are touched if a rule names none. */
  Set<Component> REDUCIBLE = reducible();

  private static Set<Component> reducible() {
    EnumSet<Component> set = EnumSet.noneOf(Component.class);
    for (Component each : Component.values()) {
      if (each.reducible()) {
        set.add(each);
      }
    }
    return Set.copyOf(set);
  }

  Set<Component> components();

  /** Called only for components it names, if the conditions of the rule are met. */
  List<Charge> apply(FeeRule rule, Charge charge, Situation situation);

  /**
   * A share of the price: 0 is free, 0.5 half, 5 five times.
   *
   * @param charge share that is charged
   */
  record Percentage(BigDecimal charge, Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      boolean times = charge.compareTo(BigDecimal.ONE) > 0;
      return List.of(
          line.times(rule, charge, times ? Charge.plain(charge) : Charge.percent(charge)));
    }
  }

  /**
   * What the contract says, of the shares that the standard allows.
   *
   * @param allowed shares that may be charged
   * @param usual what is taken if the contract's share was not given
   */
  record Contract(List<BigDecimal> allowed, BigDecimal usual, Set<Component> components)
      implements Effect {
    static final String CHARGE = "contract_charge_pct";

    BigDecimal share(Situation situation) {
      Optional<BigDecimal> said = situation.number(CHARGE).map(pct -> pct.movePointLeft(2));
      return said.filter(pct -> allowed.stream().anyMatch(each -> each.compareTo(pct) == 0))
          .orElse(usual);
    }

    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      BigDecimal share = share(situation);
      return List.of(line.times(rule, share, Charge.percent(share)));
    }
  }

  /** Added on top, as a line of its own. */
  record Surcharge(BigDecimal share, LocalText label, Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      String calc = Charge.plain(line.amount()) + " x " + Charge.percent(share);
      Charge extra =
          Charge.of(
                  label,
                  Component.SURCHARGE,
                  new Quantity(BigDecimal.ONE, "case"),
                  line.amount().multiply(share),
                  calc)
              .step(rule, line.amount().multiply(share), "");
      return List.of(line, extra);
    }
  }

  /**
   * As many accounts as base stations were contributed cost a share.
   *
   * @param contributed field with the number contributed
   * @param of field with the number of accounts
   */
  record Contribution(String contributed, String of, BigDecimal charge, Set<Component> components)
      implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      if (situation.number(contributed).orElse(BigDecimal.ZERO).signum() == 0) {
        return List.of(line);
      }
      BigDecimal accounts =
          situation
              .number(of)
              .filter(number -> number.signum() > 0)
              .orElseThrow(() -> RequestException.missing(of));
      BigDecimal stations = situation.number(contributed).orElse(BigDecimal.ZERO).min(accounts);
      BigDecimal part = accounts.subtract(stations).add(stations.multiply(charge));
      String words =
          stations.compareTo(accounts) == 0
              ? Charge.percent(charge)
              : "(%s + %s x %s)/%s"
                  .formatted(
                      Charge.plain(accounts.subtract(stations)),
                      Charge.plain(stations),
                      Charge.percent(charge),
                      Charge.plain(accounts));
      return List.of(line.share(rule, part, accounts, words));
    }
  }

  /**
   * The first unit of the year at one share, the later ones at another.
   *
   * @param already field with the number had before in the year
   */
  record Ordinal(BigDecimal first, BigDecimal later, String already, Set<Component> components)
      implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      BigDecimal count = line.quantity().count();
      boolean none = situation.number(already).orElse(BigDecimal.ZERO).signum() == 0;
      if (!none || count.compareTo(BigDecimal.ONE) <= 0) {
        BigDecimal share = none ? first : later;
        return List.of(line.times(rule, share, Charge.percent(share)));
      }
      BigDecimal rest = count.subtract(BigDecimal.ONE);
      String words =
          "(%s + %s x %s)/%s"
              .formatted(
                  Charge.percent(first),
                  Charge.plain(rest),
                  Charge.percent(later),
                  Charge.plain(count));
      return List.of(line.share(rule, first.add(rest.multiply(later)), count, words));
    }
  }

  /**
   * Asked again for the same ground within a time after expiry, a number of times: another price.
   *
   * @param years from the day after expiry
   * @param times how often
   */
  record Reapplication(int years, int times, Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      Optional<LocalDate> expiry = situation.day("previous_expiry");
      Optional<LocalDate> day = situation.day("application_date");
      Optional<BigDecimal> price = situation.number("reapplication_amount_given");
      boolean again =
          situation.number("reapplied_before").orElse(BigDecimal.ZERO).intValue() < times;
      if (price.isEmpty() || expiry.isEmpty() || day.isEmpty() || !again) {
        return List.of(line);
      }
      LocalDate start = expiry.get().plusDays(1);
      boolean inTime = !day.get().isBefore(start) && day.get().isBefore(start.plusYears(years));
      if (!inTime) {
        return List.of(line);
      }
      BigDecimal count = line.quantity().count();
      return List.of(
          new Charge(
              line.label(),
              line.component(),
              line.quantity(),
              price.get().multiply(count),
              Charge.plain(count) + " x " + Charge.plain(price.get()),
              price.get().multiply(count),
              List.of(new Charge.Step(rule, ""))));
    }
  }

  /** Records that are missing from the data are not paid for. */
  record Missing(String requested, String missing, Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      Optional<BigDecimal> whole = situation.number(requested);
      BigDecimal gone = situation.number(missing).orElse(BigDecimal.ZERO);
      if (whole.isEmpty() || gone.signum() == 0 || whole.get().signum() == 0) {
        return List.of(line);
      }
      BigDecimal there = whole.get().subtract(gone).max(BigDecimal.ZERO);
      String words = Charge.plain(there) + "/" + Charge.plain(whole.get());
      return List.of(line.share(rule, there, whole.get(), words));
    }
  }

  /**
   * A fee on top of what extra work costs, and not less than a minimum.
   *
   * @param field what the extra work costs, NT$
   */
  record ServiceFee(
      BigDecimal share,
      BigDecimal minimum,
      String field,
      LocalText label,
      Set<Component> components)
      implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      return List.of(line);
    }

    Charge fee(FeeRule rule, BigDecimal cost) {
      BigDecimal amount = cost.multiply(share).max(minimum);
      String calc =
          "max(%s x %s,%s)"
              .formatted(Charge.plain(cost), Charge.percent(share), Charge.plain(minimum));
      return Charge.of(label, Component.SERVICE, new Quantity(BigDecimal.ONE, "case"), amount, calc)
          .step(rule, amount, "");
    }
  }

  /**
   * Costs passed on as they are.
   *
   * @param components which
   * @param handling NT$ for each mailing; 0 for none
   */
  record PassThrough(Set<Component> components, BigDecimal handling) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      return List.of(line);
    }
  }

  /** A person sets the price if the conditions are met. */
  record ByHand(Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      return List.of(line);
    }
  }

  /** Says something that does not change the price: deadlines, refunds, limits of use. */
  record Notice(Set<Component> components) implements Effect {
    @Override
    public List<Charge> apply(FeeRule rule, Charge line, Situation situation) {
      return List.of(line);
    }
  }
}
