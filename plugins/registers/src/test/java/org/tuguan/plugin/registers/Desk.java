package org.tuguan.plugin.registers;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tuguan.core.Fault;
import org.tuguan.core.LocalText;
import org.tuguan.core.PluginDatabase;
import org.tuguan.core.RequestException;
import org.tuguan.core.access.AccessRules;
import org.tuguan.core.access.Caller;
import org.tuguan.core.access.Right;
import org.tuguan.core.access.Role;
import org.tuguan.core.catalog.Catalog;
import org.tuguan.core.catalog.Layer;
import org.tuguan.core.feature.FeatureSource;
import org.tuguan.core.issuing.law.Holidays;
import org.tuguan.core.plugin.PluginCallers;
import org.tuguan.core.plugin.PluginCells;
import org.tuguan.core.plugin.PluginLayer;
import org.tuguan.core.plugin.PluginLayers;
import org.tuguan.core.plugin.PluginPeople;
import org.tuguan.core.sharing.Agency;

/** The plugin's parts on a database of their own, with people and agencies that are made up. */
final class Desk {
  private static final ZoneId TAIPEI = ZoneId.of("Asia/Taipei");

  private final PluginDatabase database;

  final JdbcClient jdbc;
  final JdbcCases store;
  final JdbcCounts counts;
  final Registers registers = Registers.shipped();
  final Holidays holidays = Holidays.shipped();
  final List<String> mail = new ArrayList<>();
  final List<String> published = new ArrayList<>();
  final List<String> audited = new ArrayList<>();
  Clock clock;
  Caller caller = caller(Role.OFFICER, "rdec");

  /** Begins with no cases. */
  Desk(PluginDatabase database, String today) {
    this.database = database;
    jdbc = JdbcClient.create(database.dataSource());
    store = new JdbcCases(jdbc);
    counts = new JdbcCounts(jdbc);
    database.execute(
        "TRUNCATE plugin_registers.register_case, plugin_registers.case_number CASCADE");
    on(today);
  }

  void on(String today) {
    clock = Clock.fixed(Instant.parse(today + "T02:00:00Z"), TAIPEI);
  }

  static Caller caller(Role role, String agency) {
    return new Caller(
        Optional.of("someone"),
        Optional.of(agency),
        Optional.empty(),
        Set.of(role),
        Optional.empty());
  }

  CaseLayers layers() {
    return new CaseLayers(new Published());
  }

  Cases cases() {
    return new Cases(
        store,
        new People(),
        (action, on, details) -> audited.add(action),
        holidays,
        layers(),
        clock);
  }

  CaseRights rights() {
    return new CaseRights(new Callers());
  }

  CaseImport imports() {
    return new CaseImport(
        cases(), rights(), layers(), (action, on, details) -> audited.add(action));
  }

  Reminders reminders() {
    return new Reminders(
        registers,
        store,
        (account, subject, text, link) -> mail.add(account + " " + subject.zh()),
        new DataSourceTransactionManager(database.dataSource()),
        clock);
  }

  RegistersDemo demo() {
    return new RegistersDemo(registers, store, new People(), holidays, layers(), clock);
  }

  CountIndicator indicator(String name) {
    return CountIndicator.of(name, registers, counts);
  }

  <T> T inTransaction(Supplier<T> work) {
    return new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()))
        .execute(status -> work.get());
  }

  /** Opens a case of the first category that this register has. */
  Case open(String register, Map<String, Object> changes) {
    Register of = registers.get(register);
    Map<String, Object> fields = new HashMap<>();
    of.fields().stream()
        .filter(Register.Field::required)
        .forEach(
            each ->
                fields.put(
                    each.id(),
                    each.type() == Register.Type.DATE
                        ? cases().today().toString()
                        : each.type() == Register.Type.CHOICE ? each.choices().get(0) : "x"));
    return cases().open(of, draft(of, fields, changes), "someone");
  }

  @SuppressWarnings("unchecked")
  CaseDraft draft(Register of, Map<String, Object> fields, Map<String, Object> given) {
    fields.putAll((Map<String, Object>) given.getOrDefault("fields", Map.of()));
    return new CaseDraft(
        (String) given.getOrDefault("title", "案由"),
        (String) given.getOrDefault("category", of.categories().get(0).id()),
        (String) given.get("state"),
        (String) given.getOrDefault("agency", "rdec"),
        (String) given.get("handler"),
        (String) given.get("manager"),
        day(given, "opened"),
        day(given, "due"),
        day(given, "closed"),
        fields,
        (Double) given.get("lon"),
        (Double) given.get("lat"),
        (Integer) given.get("version"),
        (String) given.get("note"));
  }

  private static LocalDate day(Map<String, Object> given, String name) {
    return Optional.ofNullable((String) given.get(name)).map(LocalDate::parse).orElse(null);
  }

  private static final class People implements PluginPeople {
    private static final List<Agency> AGENCIES =
        List.of(agency("rdec", "研考會"), agency("works", "建設局"));

    private static Agency agency(String id, String zh) {
      return new Agency(
          id,
          new LocalText(zh, id),
          true,
          Optional.of(LocalDate.of(2010, 12, 25)),
          Optional.empty());
    }

    @Override
    public Optional<Person> find(String account) {
      return account.equals("nobody")
          ? Optional.empty()
          : Optional.of(new Person(account, account, Optional.of("rdec"), Set.of(), true));
    }

    @Override
    public List<Person> listOf(Role role) {
      return find("a-" + role.name().toLowerCase(Locale.ROOT)).stream().toList();
    }

    @Override
    public List<Person> listOfAgency(String agency) {
      return List.of();
    }

    @Override
    public List<Agency> listAgencies() {
      return AGENCIES;
    }

    @Override
    public Optional<Agency> findAgency(String id) {
      return AGENCIES.stream().filter(each -> each.id().equals(id)).findFirst();
    }
  }

  private final class Callers implements PluginCallers {
    @Override
    public Caller current() {
      return caller;
    }

    @Override
    public Caller requireAccount() {
      return caller;
    }

    @Override
    public Caller require(Role... anyOf) {
      for (Role role : anyOf) {
        if (caller.has(role)) {
          return caller;
        }
      }
      throw new RequestException(Fault.NOT_ALLOWED, "", "not you");
    }
  }

  private final class Published implements PluginLayers {
    @Override
    public Catalog seen() {
      return whole();
    }

    @Override
    public Catalog whole() {
      return new Catalog(1, List.of(), List.of(), List.of(), AccessRules.NONE);
    }

    @Override
    public FeatureSource features(Layer layer, Right right) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PluginCells cells(Layer layer, Right right) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String revision(Layer layer) {
      return "";
    }

    @Override
    public void publish(PluginLayer layer) {
      published.add(layer.name());
    }

    @Override
    public void withdraw(String name) {
      published.remove(name);
    }

    @Override
    public void changed(String name) {
      published.add(name);
    }
  }
}
