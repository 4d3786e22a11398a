package com.aftercall.transcript;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A text with masks in the place of what is private, and where everything else went. */
final class MaskedText {

  private final List<Mask> masks;
  private final String text;

  private record Mask(int begin, int end, String label) {}

  private MaskedText(String text, List<Mask> masks) {
    this.text = text;
    this.masks = masks;
  }

  static MaskedText of(String plain, List<PrivateText> places) {
    var masks = new ArrayList<Mask>();
    for (var place : places.stream().sorted(Comparator.comparingInt(PrivateText::begin)).toList()) {
      var end = Math.min(place.end(), plain.length());
      if (!masks.isEmpty() && place.begin() < masks.getLast().end()) {
        var last = masks.removeLast();
        masks.add(new Mask(last.begin(), Math.max(last.end(), end), last.label()));
      } else if (place.begin() < end) {
        masks.add(new Mask(place.begin(), end, place.mask()));
      }
    }
    var text = new StringBuilder();
    var copied = 0;
    for (var mask : masks) {
      text.append(plain, copied, mask.begin()).append(mask.label());
      copied = mask.end();
    }
    return new MaskedText(text.append(plain.substring(copied)).toString(), List.copyOf(masks));
  }

  String text() {
    return text;
  }

  int places() {
    return masks.size();
  }

  /** Where an offset of the plain text is now; one within a mask is at its begin. */
  int moved(int offset) {
    var shift = 0;
    for (var mask : masks) {
      if (offset < mask.end()) {
        return Math.min(offset, mask.begin()) + shift;
      }
      shift += mask.label().length() - (mask.end() - mask.begin());
    }
    return offset + shift;
  }

  /** Leaves the text out. */
  @Override
  public String toString() {
    return "MaskedText[%d places]".formatted(masks.size());
  }
}
