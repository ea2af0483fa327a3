package org.tuguan.api.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.audit.AuditTrail;
import org.tuguan.core.access.Role;

/**
 * {@code /api/v1/users} and {@code /api/v1/partners}: for administrators; issuing officers may
 * read.
 */
@RestController
class UsersController {
  private final Users users;
  private final Accounts accounts;
  private final JdbcPartners partners;
  private final AuditTrail audit;

  UsersController(Users users, Accounts accounts, JdbcPartners partners, AuditTrail audit) {
    this.users = users;
    this.accounts = accounts;
    this.partners = partners;
    this.audit = audit;
  }

  record UserList(List<User> users) {}

  /**
   * @param agency id, or null
   * @param partner null for people of agencies
   * @param lastSignIn null if there was none
   */
  record User(
      String name,
      String email,
      String displayName,
      String agency,
      PartnerJson partner,
      Set<Role> roles,
      Account.State state,
      boolean mustChange,
      boolean secondFactor,
      boolean demo,
      Instant created,
      Instant lastSignIn) {
    static User of(Account account, Map<Long, Partner> partners) {
      return new User(
          account.name(),
          account.email().orElse(null),
          account.displayName(),
          account.agency().orElse(null),
          account.partner().map(partners::get).map(PartnerJson::of).orElse(null),
          account.roles(),
          account.state(),
          account.mustChange(),
          account.secondFactor(),
          account.demo(),
          account.created(),
          account.lastSignIn().orElse(null));
    }
  }

  @GetMapping("/api/v1/users")
  UserList list() {
    Map<Long, Partner> known = known();
    return new UserList(accounts.list().stream().map(each -> User.of(each, known)).toList());
  }

  @GetMapping("/api/v1/users/{name}")
  User get(@PathVariable("name") String name) {
    return User.of(users.get(name), known());
  }

  /** Invites somebody of an agency; the link goes to their e-mail address. */
  @PostMapping("/api/v1/users")
  ResponseEntity<User> invite(@RequestBody Users.Invitation invitation) {
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(User.of(users.invite(invitation), known()));
  }

  @PatchMapping("/api/v1/users/{name}")
  User change(@PathVariable("name") String name, @RequestBody Users.Changes changes) {
    return User.of(users.change(name, changes), known());
  }

  @DeleteMapping("/api/v1/users/{name}")
  ResponseEntity<Void> erase(@PathVariable("name") String name) {
    users.erase(name);
    return ResponseEntity.noContent().build();
  }

  /** Sends a link for a password. */
  @PostMapping("/api/v1/users/{name}/password-link")
  ResponseEntity<Void> sendLink(@PathVariable("name") String name) {
    users.sendLink(name);
    return ResponseEntity.noContent().build();
  }

  @DeleteMapping("/api/v1/users/{name}/second-factor")
  ResponseEntity<Void> removeSecondFactor(@PathVariable("name") String name) {
    users.removeSecondFactor(name);
    return ResponseEntity.noContent().build();
  }

  record PartnerList(List<PartnerJson> partners) {}

  @GetMapping("/api/v1/partners")
  PartnerList partners() {
    return new PartnerList(partners.list().stream().map(PartnerJson::of).toList());
  }

  @PutMapping("/api/v1/partners/{id}")
  @Transactional
  public PartnerJson change(
      @PathVariable("id") long id, @RequestBody SignUpsController.PartnerWords words) {
    Partner partner = words.partner(id);
    partners.change(partner);
    audit.record(
        "partner.change", "partner:" + id, Map.of("class", partner.applicantClass().code()));
    return PartnerJson.of(partner);
  }

  private Map<Long, Partner> known() {
    return partners.list().stream().collect(Collectors.toMap(Partner::id, each -> each));
  }
}
