package com.aftercall.recording;

/**
 * The two tables of ITU-T Recommendation G.711, from stored byte to 16-bit sample: its 14-bit
 * \u00b5-law values times 4, its 13-bit A-law values times 8.
 */
final class G711 {

  static final short[] MU_LAW = muLaw();
  static final short[] A_LAW = aLaw();

  private G711() {}

  private static short[] muLaw() {
    var table = new short[256];
    for (var stored = 0; stored < table.length; stored++) {
      var code = ~stored; // all bits are sent inverted
      var exponent = (code >> 4) & 7;
      var magnitude = ((((code & 15) << 3) + 0x84) << exponent) - 0x84;
      table[stored] = (short) ((code & 0x80) == 0 ? magnitude : -magnitude);
    }
    return table;
  }

  private static short[] aLaw() {
    var table = new short[256];
    for (var stored = 0; stored < table.length; stored++) {
      var code = stored ^ 0x55; // even bits are sent inverted
      var exponent = (code >> 4) & 7;
      var mantissa = ((code & 15) << 4) + 8;
      var magnitude = exponent == 0 ? mantissa : (mantissa + 0x100) << (exponent - 1);
      table[stored] = (short) ((code & 0x80) == 0 ? -magnitude : magnitude);
    }
    return table;
  }
}
