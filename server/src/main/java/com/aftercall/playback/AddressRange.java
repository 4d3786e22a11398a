package com.aftercall.playback;

import java.net.InetAddress;
import java.util.Optional;

/** Network addresses in CIDR form, such as {@code 192.0.2.0/24}. */
final class AddressRange {

  private AddressRange() {}

  /**
   * Whether an address lies in a range; not if one of them cannot be read. Names are never looked
   * up.
   *
   * @param range an address, or an address, a slash and how many of its first bits count
   */
  static boolean contains(String range, String address) {
    var parts = range.split("/", 2);
    if (range.equals("0.0.0.0/0")) {
      return true; // CloudFront's way to say anybody, those with version 6 too
    }
    var from = parse(parts[0]);
    var asked = parse(address);
    if (from.isEmpty() || asked.isEmpty() || from.get().length != asked.get().length) {
      return false;
    }
    var length = from.get().length * Byte.SIZE;
    if (parts.length > 1 && !parts[1].matches("\\d{1,3}")) {
      return false;
    }
    var bits = parts.length > 1 ? Integer.parseInt(parts[1]) : length;
    return bits <= length && agree(from.get(), asked.get(), bits);
  }

  private static boolean agree(byte[] a, byte[] b, int bits) {
    for (var bit = 0; bit < bits; bit++) {
      var mask = 0x80 >> (bit % Byte.SIZE);
      if (((a[bit / Byte.SIZE] ^ b[bit / Byte.SIZE]) & mask) != 0) {
        return false;
      }
    }
    return true;
  }

  private static Optional<byte[]> parse(String text) {
    try {
      return Optional.of(InetAddress.ofLiteral(text).getAddress());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
