package org.tuguan.plugin.siteaudit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.tuguan.core.access.AddressRange;

/**
 * Finds the addresses of a host, and refuses those that are not of the public internet, so that a
 * site cannot make the server ask its own network (server-side request forgery). The connection
 * goes to the very addresses that were looked at: a name that changes its mind in between gains
 * nothing. Source of the ranges: IANA special-purpose address registries (RFC 6890).
 */
final class PublicAddresses implements DnsResolver {
  private static final List<AddressRange> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "10.0.0.0/8",
              "100.64.0.0/10",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "172.16.0.0/12",
              "192.0.0.0/24",
              "192.0.2.0/24",
              "192.88.99.0/24",
              "192.168.0.0/16",
              "198.18.0.0/15",
              "198.51.100.0/24",
              "203.0.113.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/128",
              "::1/128",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "100::/64",
              "2001::/23",
              "2001:db8::/32",
              "2002::/16",
              "fc00::/7",
              "fe80::/10",
              "fec0::/10",
              "ff00::/8")
          .map(AddressRange::parse)
          .flatMap(Optional::stream)
          .toList();

  private final List<AddressRange> allowed;

  PublicAddresses(List<AddressRange> allowed) {
    this.allowed = List.copyOf(allowed);
  }

  /** The host has an address that is not to be visited. */
  static final class NotPublic extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    NotPublic(String host) {
      super(host + " is not on the public internet");
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    for (InetAddress address : addresses) {
      if (!mayVisit(address)) {
        throw new NotPublic(host);
      }
    }
    return addresses;
  }

  boolean mayVisit(InetAddress address) {
    String text = address.getHostAddress();
    return allowed.stream().anyMatch(range -> range.contains(text))
        || SPECIAL.stream().noneMatch(range -> range.contains(text));
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
