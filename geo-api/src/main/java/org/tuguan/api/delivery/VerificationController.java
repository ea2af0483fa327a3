package org.tuguan.api.delivery;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tuguan.core.RequestException;

/**
 * {@code /api/v1/verifications/{sha256}}: whether a file is one that was delivered, which product,
 * when and under which licence; never to whom. Open to everybody; the file itself stays with them.
 */
@RestController
class VerificationController {
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final JdbcKnownFiles files;

  VerificationController(JdbcKnownFiles files) {
    this.files = files;
  }

  /**
   * @param genuine true if the very same bytes were delivered
   */
  record Verification(String sha256, boolean genuine, List<JdbcKnownFiles.KnownFile> files) {}

  @GetMapping("/api/v1/verifications/{sha256}")
  Verification verify(@PathVariable("sha256") String sha256) {
    String hash = sha256.toLowerCase(Locale.ROOT);
    if (!SHA256.matcher(hash).matches()) {
      throw RequestException.invalid("sha256", sha256, "64 hexadecimal digits");
    }
    List<JdbcKnownFiles.KnownFile> known = files.list(hash);
    return new Verification(hash, !known.isEmpty(), known);
  }
}
