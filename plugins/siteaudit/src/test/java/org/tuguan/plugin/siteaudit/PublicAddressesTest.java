package org.tuguan.plugin.siteaudit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tuguan.core.access.AddressRange;

class PublicAddressesTest {
  private final PublicAddresses addresses = new PublicAddresses(List.of());

  @Test
  void addressesOfThisServerAndItsNetworksAreNotVisited() throws UnknownHostException {
    for (String text :
        List.of(
            "127.0.0.1",
            "127.8.8.8",
            "10.1.2.3",
            "172.31.0.1",
            "192.168.1.1",
            "169.254.169.254",
            "100.64.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "255.255.255.255",
            "198.18.0.1",
            "::1",
            "::",
            "fe80::1",
            "fd00::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::7f00:1",
            "2002:7f00:1::",
            "::127.0.0.1")) {
      assertThat(addresses.mayVisit(InetAddress.getByName(text))).as(text).isFalse();
    }
  }

  @Test
  void addressesOfTheInternetAreVisited() throws UnknownHostException {
    for (String text : List.of("8.8.8.8", "172.32.0.1", "100.128.0.1", "2606:4700::1111")) {
      assertThat(addresses.mayVisit(InetAddress.getByName(text))).as(text).isTrue();
    }
  }

  @Test
  void aHostWithOneAddressInsideIsRefusedWhole() {
    assertThatThrownBy(() -> addresses.resolve("localhost"))
        .isInstanceOf(PublicAddresses.NotPublic.class);
  }

  @Test
  void theCitysOwnNetworksMayBeAllowed() throws UnknownHostException {
    PublicAddresses own =
        new PublicAddresses(List.of(AddressRange.parse("10.1.0.0/16").orElseThrow()));
    assertThat(own.mayVisit(InetAddress.getByName("10.1.2.3"))).isTrue();
    assertThat(own.mayVisit(InetAddress.getByName("10.2.2.3"))).isFalse();
  }
}
