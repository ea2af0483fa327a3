package org.tuguan.api.keys;

import java.util.List;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.api.security.Callers;

/** {@code /api/v1/keys}: takes an account; a key cannot make keys. */
@RestController
@ConditionalOnWebApplication
class KeysController {
  private final Keyring keyring;
  private final KnownKeys known;

  KeysController(Keyring keyring, KnownKeys known) {
    this.keyring = keyring;
    this.known = known;
  }

  /**
   * @param holder {@code all} for an administrator; otherwise one's own and those of one's agency
   *     or partner
   */
  @GetMapping("/api/v1/keys")
  Map<String, List<KeyJson>> list(@RequestParam(name = "holder", required = false) String holder) {
    List<AccessKey> keys =
        "all".equals(holder) ? keyring.listAll(Callers.current()) : keyring.list(Callers.current());
    return Map.of("keys", keys.stream().map(key -> KeyJson.of(key, null)).toList());
  }

  /** The only answer that shows the secret. */
  @PostMapping("/api/v1/keys")
  ResponseEntity<KeyJson> make(@RequestBody KeyDraft draft) {
    Keyring.Made made = keyring.make(draft, Callers.current());
    return ResponseEntity.status(HttpStatus.CREATED)
        .header("Cache-Control", "no-store")
        .body(KeyJson.of(made.key(), made.secret().reveal()));
  }

  @DeleteMapping("/api/v1/keys/{id}")
  ResponseEntity<Void> revoke(@PathVariable("id") long id) {
    known.forget(keyring.revoke(id, Callers.current()).id());
    return ResponseEntity.noContent().build();
  }
}
