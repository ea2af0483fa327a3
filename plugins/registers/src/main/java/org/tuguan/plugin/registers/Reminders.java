package org.tuguan.plugin.registers;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.LocalText;
import org.tuguan.core.plugin.JobTimes;
import org.tuguan.core.plugin.PluginJob;
import org.tuguan.core.plugin.PluginMail;

/**
 * Writes each morning to handlers whose cases are due soon or overdue, and to managers when they
 * stay overdue. Each letter goes out once for each last day.
 */
@Component
class Reminders implements PluginJob {
  private static final int ROWS_AT_ONCE = 1000;
  private static final int FARTHEST = 60;

  private final Registers registers;
  private final JdbcCases cases;
  private final PluginMail mail;
  private final TransactionTemplate transaction;
  private final Clock clock;

  Reminders(
      Registers registers,
      JdbcCases cases,
      PluginMail mail,
      PlatformTransactionManager transactions,
      Clock clock) {
    this.registers = registers;
    this.cases = cases;
    this.mail = mail;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public String name() {
    return "registers-reminders";
  }

  @Override
  public JobTimes times() {
    return new JobTimes.Daily(LocalTime.of(7, 0));
  }

  @Override
  public void run() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    long last = 0;
    List<Case> page;
    do {
      page = cases.listDue(today.plusDays(FARTHEST), last, ROWS_AT_ONCE);
      for (Case one : page) {
        last = one.id();
        transaction.executeWithoutResult(status -> look(one, today));
      }
    } while (page.size() == ROWS_AT_ONCE);
  }

  private void look(Case one, LocalDate today) {
    Register register = registers.get(one.register());
    LocalDate due = one.due().orElseThrow();
    if (due.isBefore(today)) {
      send(one, register, "OVERDUE", one.handler());
      if (due.plusDays(register.escalateDays()).isBefore(today)) {
        send(one, register, "ESCALATED", one.manager());
      }
    } else if (!due.minusDays(register.remindDays()).isAfter(today)) {
      send(one, register, "SOON", one.handler());
    }
  }

  private void send(Case one, Register register, String kind, String account) {
    LocalDate due = one.due().orElseThrow();
    if (account.isEmpty() || !cases.remind(one.id(), kind, due, clock.instant())) {
      return;
    }
    boolean soon = kind.equals("SOON");
    mail.send(
        account,
        new LocalText(
            (soon ? "即將到期：" : "已逾期：") + one.number() + " " + one.title(),
            (soon ? "Due soon: " : "Overdue: ") + one.number() + " " + one.title()),
        new LocalText(
            "%s「%s」的期限是 %s。".formatted(register.name().zh(), one.title(), due),
            "%s: the last day for \"%s\" is %s.".formatted(register.name().en(), one.title(), due)),
        "/plugins/registers/registers.html#" + register.id() + "/" + one.number());
  }
}
