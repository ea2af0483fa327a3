package org.tuguan.api.usage;

import java.util.List;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Knows the operator's own tests by account, by address, or by a sign that others do not know. */
final class OwnTests {
  /** Header in which programs show the sign. */
  static final String HEADER = "X-Tuguan-Test";

  private final List<String> accounts;
  private final List<IpAddressMatcher> addresses;
  private final String sign;

  OwnTests(UsageProperties.Own own) {
    this.accounts = own.accounts();
    this.addresses = own.addresses().stream().map(IpAddressMatcher::new).toList();
    this.sign = own.sign();
  }

  boolean include(Optional<String> account, String address, String shown) {
    return account.filter(accounts::contains).isPresent()
        || !sign.isEmpty() && sign.equals(shown)
        || addresses.stream().anyMatch(network -> network.matches(address));
  }
}
