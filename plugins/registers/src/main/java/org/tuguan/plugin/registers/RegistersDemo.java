package org.tuguan.plugin.registers;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.access.Role;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.DemoData;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** Made-up cases of 2011 and of the running year; the same on the same day. */
@Component
class RegistersDemo implements DemoData {
  private static final int PLAN_YEAR = 2011;
  private static final long SEED = 1999;
  private static final String BY = "demo";

  private final Registers registers;
  private final JdbcCases cases;
  private final PluginPeople people;
  private final Holidays holidays;
  private final CaseLayers layers;
  private final Clock clock;

  RegistersDemo(
      Registers registers,
      JdbcCases cases,
      PluginPeople people,
      Holidays holidays,
      CaseLayers layers,
      Clock clock) {
    this.registers = registers;
    this.cases = cases;
    this.people = people;
    this.holidays = holidays;
    this.layers = layers;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "registers-demo";
  }

  @Override
  @Transactional
  public long write() {
    cases.deleteSynthetic();
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Random random = new Random(SEED);
    List<Case> made = new ArrayList<>(year(PLAN_YEAR, today, random));
    if (today.getYear() != PLAN_YEAR) {
      made.addAll(year(today.getYear(), today, random));
    }
    made.stream().sorted(Comparator.comparing(Case::opened)).forEach(this::write);
    layers.publish(true);
    return made.size();
  }

  private List<Case> year(int year, LocalDate today, Random random) {
    List<Agency> agencies =
        people.listAgencies().stream()
            .filter(each -> each.firstLevel() && exists(each, LocalDate.of(year, 1, 1)))
            .toList();
    String handler = account(Role.OFFICER);
    String manager = account(Role.KPI);
    List<Case> made = new ArrayList<>();
    for (DemoPlan plan : DemoPlan.YEAR) {
      for (int i = 0; i < plan.cases(); i++) {
        String agency =
            plan.agency().isEmpty()
                ? agencies.get(random.nextInt(agencies.size())).id()
                : plan.agency();
        LocalDate opened =
            holidays.workingDayFrom(LocalDate.of(year, 1, 3).plusDays(i * 350L / plan.cases()));
        Case one = make(plan, i, agency, opened, random);
        if (!one.opened().isAfter(today)) {
          made.add(asOf(one, today, year == today.getYear() ? handler : "", manager));
        }
      }
    }
    return made;
  }

  private static boolean exists(Agency agency, LocalDate day) {
    return agency.from().filter(each -> each.isAfter(day)).isEmpty()
        && agency.until().filter(each -> each.isBefore(day)).isEmpty();
  }

  private String account(Role role) {
    return people.listOf(role).stream().findFirst().map(PluginPeople.Person::account).orElse("");
  }

  private Case make(DemoPlan plan, int i, String agency, LocalDate opened, Random random) {
    Register register = registers.get(plan.register());
    Register.Category category =
        plan.category().isEmpty()
            ? register.categories().get(random.nextInt(register.categories().size()))
            : register.category(plan.category());
    Optional<LocalDate> due = category.deadline().map(deadline -> deadline.last(opened, holidays));
    boolean good = plan.good(i);
    Register.State state = register.state(good ? plan.goodState() : plan.otherState());
    boolean late = !good && plan.onlyLate();
    boolean somewhere = register.hasLocation() && random.nextDouble() < 0.85;
    return new Case(
        0,
        "",
        register.id(),
        plan.title(i),
        category.id(),
        state.id(),
        agency,
        "",
        "",
        opened,
        opened,
        due,
        state.closed() ? Optional.of(end(opened, due, late, random)) : Optional.empty(),
        fields(register, plan, i, opened, random),
        somewhere ? Optional.of(120.675 + 0.035 * random.nextGaussian()) : Optional.empty(),
        somewhere ? Optional.of(24.155 + 0.03 * random.nextGaussian()) : Optional.empty(),
        true,
        1);
  }

  /** Within the year, unless it is late: figures of a year count what was closed in it. */
  private static LocalDate end(
      LocalDate opened, Optional<LocalDate> due, boolean late, Random random) {
    if (late && due.isPresent()) {
      return due.get().plusDays(1L + random.nextInt(6));
    }
    LocalDate last = due.orElse(opened.plusDays(30));
    LocalDate newYear = LocalDate.of(opened.getYear(), 12, 31);
    long days = ChronoUnit.DAYS.between(opened, last.isAfter(newYear) ? newYear : last);
    return opened.plusDays(1L + random.nextInt((int) Math.max(1, days)));
  }

  private static Map<String, Object> fields(
      Register register, DemoPlan plan, int i, LocalDate opened, Random random) {
    Map<String, Object> fields = new TreeMap<>();
    for (Register.Field field : register.fields()) {
      switch (field.type()) {
        case CHOICE ->
            fields.put(field.id(), field.choices().get(random.nextInt(field.choices().size())));
        case DATE -> fields.put(field.id(), opened.toString());
        case TEXT -> {
          if (field.required()) {
            fields.put(field.id(), DemoPlan.word(field.id(), i));
          }
        }
        default -> {}
      }
    }
    if (plan.register().equals("surveys")) {
      int asked = plan.category().equals("phone") ? 1068 + 4 * i : 36 + random.nextInt(9);
      fields.put("asked", BigDecimal.valueOf(asked));
      fields.put("satisfied", BigDecimal.valueOf(asked * 54L / 100 + i % 3));
    }
    return fields;
  }

  /** What is to come has not happened yet: such a case is still in its first state. */
  private Case asOf(Case one, LocalDate today, String handler, String manager) {
    Register register = registers.get(one.register());
    boolean coming =
        one.closed().filter(each -> each.isAfter(today)).isPresent()
            || one.closed().isEmpty() && one.opened().plusDays(60).isAfter(today);
    boolean open = coming || one.closed().isEmpty();
    return new Case(
        one.id(),
        one.number(),
        one.register(),
        one.title(),
        one.category(),
        coming ? register.firstState().id() : one.state(),
        one.agency(),
        open ? handler : "",
        open && !handler.isEmpty() ? manager : "",
        one.opened(),
        one.runsFrom(),
        one.due(),
        open ? Optional.empty() : one.closed(),
        one.fields(),
        one.lon(),
        one.lat(),
        one.synthetic(),
        one.version());
  }

  private void write(Case one) {
    Register register = registers.get(one.register());
    String number = cases.nextNumber(register, one.opened().getYear());
    long id = cases.insert(one.numbered(number));
    note(id, one.opened(), LocalTime.of(9, 20), "open", register.firstState().id());
    one.closed().ifPresent(day -> note(id, day, LocalTime.of(16, 40), "state", one.state()));
  }

  private void note(long id, LocalDate day, LocalTime time, String kind, String state) {
    cases.note(
        id,
        new JdbcCases.Event(
            day.atTime(time).atZone(clock.getZone()).toInstant(), BY, kind, state, ""));
  }
}
