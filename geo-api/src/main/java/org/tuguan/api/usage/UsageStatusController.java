package org.tuguan.api.usage;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/v1/usage/status}: how the ledger of this server is doing. */
@RestController
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "tuguan.usage.recorded", havingValue = "true")
class UsageStatusController {
  private final UsageState state;

  UsageStatusController(UsageState state) {
    this.state = state;
  }

  @GetMapping("/api/v1/usage/status")
  ResponseEntity<UsageState.Now> status() {
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(state.now());
  }
}
