package org.tuguan.api.people;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.tuguan.core.access.ApplicantClass;
import org.tuguan.core.access.Role;

/**
 * The accounts of the demonstration, each with the password {@code demo-} and its name. They are
 * made when a demonstration starts, and nobody is let in with them elsewhere.
 */
@Component
public class DemoAccounts {
  /** In the order in which the portal shows them. */
  private static final List<Entry> ENTRIES =
      List.of(
          new Entry("admin", Role.ADMIN, "rdec", "示範管理者 Demo administrator"),
          new Entry("officer", Role.OFFICER, "rdec", "示範核發承辦 Demo issuing officer"),
          new Entry("owner", Role.OWNER, "construction", "示範圖資管理 Demo data owner"),
          new Entry("cashier", Role.CASHIER, "finance", "示範出納 Demo cashier"),
          new Entry("partner", Role.READER, null, "示範廠商 Demo partner"),
          new Entry("university", Role.READER, null, "示範大學 Demo university"),
          new Entry("planner", Role.PLANNER, "digital", "示範規劃 Demo planner"),
          new Entry("kpi", Role.KPI, "rdec", "示範績效 Demo KPI officer"));

  /** By the names of their accounts. */
  private static final Map<String, Organisation> PARTNERS =
      Map.of(
          "partner",
          new Organisation("示範測量公司 Demo Surveying Co.", ApplicantClass.COMPANY),
          "university",
          new Organisation("示範大學空間資訊系 Demo University", ApplicantClass.PUBLIC_SCHOOL));

  /**
   * @param agency null for those of {@link #PARTNERS}
   */
  private record Entry(String name, Role role, String agency, String displayName) {}

  private record Organisation(String name, ApplicantClass kind) {}

  /** An account of the demonstration, shown on screen. */
  public record DemoAccount(String name, String password) {
    private DemoAccount(String name) {
      this(name, "demo-" + name);
    }
  }

  private final JdbcAccounts accounts;
  private final JdbcPartners partners;
  private final SeedAgencies agencies;
  private final PasswordEncoder encoder;
  private final Clock clock;

  DemoAccounts(
      JdbcAccounts accounts,
      JdbcPartners partners,
      SeedAgencies agencies,
      PasswordEncoder encoder,
      Clock clock) {
    this.accounts = accounts;
    this.partners = partners;
    this.agencies = agencies;
    this.encoder = encoder;
    this.clock = clock;
  }

  /** They work only where {@code tuguan.demo} is set. */
  public static List<DemoAccount> list() {
    return ENTRIES.stream().map(each -> new DemoAccount(each.name())).toList();
  }

  /** Makes those that are not there, and the agencies that they belong to with all others. */
  @Transactional
  public void make() {
    agencies.write();
    List<Entry> missing =
        ENTRIES.stream().filter(each -> accounts.find(each.name()).isEmpty()).toList();
    Map<String, String> passwords = passwords(missing);
    for (Entry each : missing) {
      Optional<String> agency = Optional.ofNullable(each.agency());
      Optional<Long> partner =
          agency.isPresent() ? Optional.empty() : Optional.of(partner(PARTNERS.get(each.name())));
      accounts.insert(account(each, agency, partner), Optional.of(passwords.get(each.name())));
    }
  }

  /** The university is a side of agreements of the demonstration too, and may be there. */
  private long partner(Organisation wanted) {
    return partners.list().stream()
        .filter(each -> each.name().equals(wanted.name()))
        .findFirst()
        .map(Partner::id)
        .orElseGet(() -> partners.insert(wanted.name(), wanted.kind(), true));
  }

  private Account account(Entry entry, Optional<String> agency, Optional<Long> partner) {
    return new Account(
        entry.name(),
        Optional.of(entry.name() + "@demo.invalid"),
        entry.displayName(),
        agency,
        partner,
        EnumSet.of(Role.READER, entry.role()),
        Account.State.ACTIVE,
        1,
        false,
        false,
        true,
        "zh-TW",
        clock.instant(),
        Optional.empty());
  }

  /** Encoded, which is slow on purpose; all processors share the work. */
  private Map<String, String> passwords(List<Entry> entries) {
    return entries.parallelStream()
        .collect(
            Collectors.toConcurrentMap(
                Entry::name, each -> encoder.encode(new DemoAccount(each.name()).password())));
  }
}
