package org.tuguan.core.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Internet addresses that share their first bits (CIDR, RFC 4632 and RFC 4291, 2.3), IPv4 or IPv6.
 *
 * @param prefix number of leading bits that count
 */
public record AddressRange(InetAddress first, int prefix) {
  /** Digits alone: a name would be looked up in the network. */
  private static final String OCTET = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";

  private static final Pattern NUMERIC =
      Pattern.compile(
          "(%1$s(?:\\.%1$s){3}|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)(?:/(\\d{1,3}))?".formatted(OCTET));

  public AddressRange {
    if (prefix < 0 || prefix > first.getAddress().length * 8) {
      throw new IllegalArgumentException("prefix of " + prefix + " bits");
    }
    first = masked(first, prefix);
  }

  /**
   * Reads {@code 10.1.2.0/24}, {@code 2001:db8::/32}, or one address.
   *
   * @return empty for anything else
   */
  public static Optional<AddressRange> parse(String text) {
    Matcher matcher = NUMERIC.matcher(text.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      InetAddress address = InetAddress.getByName(matcher.group(1));
      int bits = address.getAddress().length * 8;
      int prefix = matcher.group(2) == null ? bits : Integer.parseInt(matcher.group(2));
      return prefix > bits ? Optional.empty() : Optional.of(new AddressRange(address, prefix));
    } catch (UnknownHostException e) {
      return Optional.empty();
    }
  }

  /** False for what is no address. */
  public boolean contains(String address) {
    String zoneless = address.replaceFirst("%.*", "");
    return parse(zoneless)
        .filter(other -> other.first.getAddress().length == first.getAddress().length)
        .filter(other -> masked(other.first, prefix).equals(first))
        .isPresent();
  }

  private static InetAddress masked(InetAddress address, int prefix) {
    byte[] bytes = address.getAddress();
    for (int i = 0; i < bytes.length; i++) {
      int kept = Math.max(0, Math.min(8, prefix - 8 * i));
      bytes[i] &= (byte) (0xFF00 >> kept);
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return first.getHostAddress() + "/" + prefix;
  }
}
