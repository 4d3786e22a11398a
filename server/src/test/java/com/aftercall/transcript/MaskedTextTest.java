package com.aftercall.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedTextTest {

  private static final String PLAIN = "I am Peter Smith, call 555 0123 now.";

  private static MaskedText masked(PrivateText... places) {
    return MaskedText.of(PLAIN, List.of(places));
  }

  @Test
  void kindsStandInPlaceOfWhatIsPrivate() {
    var masked = masked(new PrivateText(23, 31, "PHONE"), new PrivateText(5, 16, "NAME"));

    assertThat(masked.text()).isEqualTo("I am [NAME], call [PHONE] now.");
    assertThat(masked.places()).isEqualTo(2);
  }

  @Test
  void placesThatOverlapAreOne() {
    assertThat(masked(new PrivateText(5, 16, "NAME"), new PrivateText(11, 20, "ADDRESS")).text())
        .isEqualTo("I am [NAME]ll 555 0123 now.");
    assertThat(masked(new PrivateText(5, 16, "NAME"), new PrivateText(6, 8, "AGE")).places())
        .isOne();
  }

  @Test
  void placeBeyondTheEndEndsThere() {
    assertThat(masked(new PrivateText(32, 99, "PIN")).text())
        .isEqualTo("I am Peter Smith, call 555 0123 [PIN]");
    assertThat(masked(new PrivateText(36, 99, "PIN")).text()).isEqualTo(PLAIN);
  }

  @Test
  void offsetsGoWhereTheirLettersWent() {
    var masked = masked(new PrivateText(5, 16, "NAME"));

    assertThat(masked.moved(0)).isZero();
    assertThat(masked.moved(5)).isEqualTo(5);
    assertThat(masked.moved(10)).isEqualTo(5);
    assertThat(masked.moved(16)).isEqualTo(11); // behind [NAME]
    assertThat(masked.text().substring(masked.moved(18))).isEqualTo("call 555 0123 now.");
  }
}
