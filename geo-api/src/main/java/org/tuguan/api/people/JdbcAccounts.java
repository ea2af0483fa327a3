package org.tuguan.api.people;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tuguan.api.Rows;
import org.tuguan.api.TuguanProperties;
import org.tuguan.core.access.Role;

/** The accounts in the database. Those of the demonstration are there only where it runs. */
@Repository
class JdbcAccounts {
  private static final String SELECT =
      "SELECT * FROM tuguan.account WHERE (NOT demo OR :withDemo) AND ";
  private static final String INSERT =
      """
      INSERT INTO tuguan.account (name, email, display_name, agency, partner, roles, state, password,
        must_change, demo, language)
      VALUES (:name, :email, :displayName, :agency, :partner, :roles, :state, :password, :mustChange,
        :demo, :language)
      ON CONFLICT DO NOTHING
      """;
  private static final String CHANGE =
      """
      UPDATE tuguan.account SET email = :email, display_name = :displayName, agency = :agency,
        partner = :partner, roles = :roles, state = :state, language = :language,
        stamp = stamp + CASE WHEN state <> :state THEN 1 ELSE 0 END
      WHERE name = :name
      """;
  private static final String ERASE =
      """
      UPDATE tuguan.account SET email = NULL, display_name = '', roles = '{}', state = 'ERASED',
        stamp = stamp + 1, password = NULL, totp_secret = NULL, recovery_codes = '{}', subject = NULL,
        last_sign_in = NULL
      WHERE name = :name
      """;

  private final JdbcClient jdbc;
  private final boolean demo;

  JdbcAccounts(JdbcClient jdbc, TuguanProperties properties) {
    this.jdbc = jdbc;
    this.demo = properties.demo();
  }

  /**
   * Until the transaction ends nobody else changes an account: what is written back is what was
   * read, and the last administrator stays the last.
   */
  void lock() {
    jdbc.sql("LOCK TABLE tuguan.account IN SHARE ROW EXCLUSIVE MODE").update();
  }

  Optional<Account> find(String name) {
    return select("name = :name").param("name", name).query((row, i) -> account(row)).optional();
  }

  /**
   * @param login name of the account or its e-mail address, in any case
   */
  Optional<Credentials> findCredentials(String login) {
    return select("(name = :login OR email = :login)")
        .param("login", login.toLowerCase(Locale.ROOT))
        .query((row, i) -> credentials(row))
        .optional();
  }

  Optional<Account> findByEmail(String email) {
    return select("email = :email")
        .param("email", email.toLowerCase(Locale.ROOT))
        .query((row, i) -> account(row))
        .optional();
  }

  Optional<Account> findBySubject(String subject) {
    return select("subject = :subject")
        .param("subject", subject)
        .query((row, i) -> account(row))
        .optional();
  }

  List<Account> list() {
    return select("state <> 'ERASED' ORDER BY name").query((row, i) -> account(row)).list();
  }

  private JdbcClient.StatementSpec select(String condition) {
    return jdbc.sql(SELECT + condition).param("withDemo", demo);
  }

  /** False if the name or the e-mail address is taken. */
  boolean insert(Account account, Optional<String> password) {
    return words(jdbc.sql(INSERT), account)
            .param("password", password.orElse(null), Types.VARCHAR)
            .param("mustChange", account.mustChange())
            .param("demo", account.demo())
            .update()
        == 1;
  }

  /** All but what has to do with signing in. */
  void change(Account account) {
    words(jdbc.sql(CHANGE), account).update();
  }

  private static JdbcClient.StatementSpec words(JdbcClient.StatementSpec sql, Account account) {
    return sql.param("name", account.name())
        .param("email", account.email().orElse(null), Types.VARCHAR)
        .param("displayName", account.displayName())
        .param("agency", account.agency().orElse(null), Types.VARCHAR)
        .param("partner", account.partner().orElse(null), Types.BIGINT)
        .param(
            "roles",
            account.roles().stream().map(Role::name).sorted().toArray(String[]::new),
            Types.ARRAY)
        .param("state", account.state().name())
        .param("language", account.language());
  }

  void erase(String name) {
    jdbc.sql(ERASE).param("name", name).update();
  }

  /**
   * An invited account becomes active by it; one that has another subject already is left alone, as
   * one of the demonstration is.
   */
  void setPassword(String name, String encoded, boolean mustChange) {
    jdbc.sql(
            """
            UPDATE tuguan.account SET password = :password, must_change = :mustChange,
              stamp = stamp + 1, state = CASE state WHEN 'INVITED' THEN 'ACTIVE' ELSE state END
            WHERE name = :name
            """)
        .param("password", encoded)
        .param("mustChange", mustChange)
        .param("name", name)
        .update();
  }

  void signedIn(String name, Instant at) {
    jdbc.sql("UPDATE tuguan.account SET last_sign_in = :at WHERE name = :name")
        .param("at", Rows.at(at))
        .param("name", name)
        .update();
  }

  /** An invited account becomes active by it. */
  void link(String name, String subject) {
    jdbc.sql(
            """
            UPDATE tuguan.account SET subject = :subject,
              state = CASE state WHEN 'INVITED' THEN 'ACTIVE' ELSE state END
            WHERE name = :name AND NOT demo AND (subject IS NULL OR subject = :subject)
            """)
        .param("subject", subject)
        .param("name", name)
        .update();
  }

  /** Turns the second factor on, or off with a secret of null. Ends all sessions. */
  void setSecondFactor(String name, String secret, List<String> recoveryHashes) {
    jdbc.sql(
            """
            UPDATE tuguan.account SET totp_secret = :secret, recovery_codes = :codes,
              stamp = stamp + 1 WHERE name = :name
            """)
        .param("secret", secret, Types.VARCHAR)
        .param("codes", recoveryHashes.toArray(String[]::new), Types.ARRAY)
        .param("name", name)
        .update();
  }

  /** True for one of all that try it with the same step: a code counts once. */
  boolean takeStep(String name, long step) {
    return jdbc.sql(
                "UPDATE tuguan.account SET totp_step = :step WHERE name = :name AND totp_step < :step")
            .param("step", step)
            .param("name", name)
            .update()
        == 1;
  }

  /** True if it was one that had not been used. */
  boolean takeRecoveryCode(String name, String hash) {
    return jdbc.sql(
                """
                UPDATE tuguan.account SET recovery_codes = array_remove(recovery_codes, :hash)
                WHERE name = :name AND :hash = ANY (recovery_codes)
                """)
            .param("hash", hash)
            .param("name", name)
            .update()
        == 1;
  }

  /**
   * Makes room for an account of this name where a demonstration has left one; that one is renamed.
   */
  void discardDemo(String name) {
    jdbc.sql(
            """
            UPDATE tuguan.account SET name = 'demo-' || name, email = 'demo-' || email
            WHERE name = :name AND demo
            """)
        .param("name", name)
        .update();
  }

  /** True if somebody who may sign in here is an administrator. */
  boolean isAdministered() {
    return list().stream().anyMatch(each -> each.isActive() && each.roles().contains(Role.ADMIN));
  }

  /** Active ones outside the demonstration. */
  boolean hasAdministrator() {
    return jdbc.sql(
            """
            SELECT EXISTS (SELECT FROM tuguan.account
              WHERE 'ADMIN' = ANY (roles) AND state = 'ACTIVE' AND NOT demo)
            """)
        .query(Boolean.class)
        .single();
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        account(row),
        Optional.ofNullable(row.getString("password")),
        Optional.ofNullable(row.getString("totp_secret")),
        row.getLong("totp_step"));
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        row.getString("name"),
        Optional.ofNullable(row.getString("email")),
        row.getString("display_name"),
        Optional.ofNullable(row.getString("agency")),
        Optional.ofNullable(row.getObject("partner", Long.class)),
        roles(row.getArray("roles")),
        Account.State.valueOf(row.getString("state")),
        row.getLong("stamp"),
        row.getBoolean("must_change"),
        row.getString("totp_secret") != null,
        row.getBoolean("demo"),
        row.getString("language"),
        Rows.instant(row, "created"),
        Optional.ofNullable(row.getObject("last_sign_in", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  private static Set<Role> roles(Array array) throws SQLException {
    return Arrays.stream((String[]) array.getArray())
        .map(Role::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
