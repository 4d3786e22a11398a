package com.aftercall.contact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordSplitterTest {

  private static final int LIMIT = 1 << 20;
  private static final int BLOCK = 64 * 1024;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}{\"b\":2}",
        "{\"a\":1}\n{\"b\":2}\n",
        "{\"a\":1}\r\n\r\n{\"b\":2}",
        "[{\"a\":1},{\"b\":2}]",
        " [ {\"a\":1} ,\n {\"b\":2} ] ",
        "[{\"a\":1}][{\"b\":2}]",
        "\uFEFF{\"a\":1}{\"b\":2}"
      })
  void objectsComeOutHoweverTheyAreStrung(String text) throws IOException {
    assertThat(objects(text)).containsExactly("{\"a\":1}", "{\"b\":2}");
  }

  @Test
  void objectComesOutAsItCame() throws IOException {
    var pretty = "{\n  \"ContactId\" : \"ä€😀\",\n  \"Attributes\" : { \"x\" : [ 1, { } ] }\n}";

    assertThat(objects("\n" + pretty + "\n")).containsExactly(pretty);
  }

  @Test
  void bracesQuotesAndBackslashesInStringsAreText() throws IOException {
    var object = "{\"a\":\"}{][\",\"b\":\"\\\"}\",\"c\":\"\\\\\",\"d\":\"\\\\\\\"}\"}";

    assertThat(objects(object + object)).containsExactly(object, object);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\t ", "[]", "[ ]\n[ ]"})
  void inputWithoutObjectsGivesNothing(String text) throws IOException {
    assertThat(pieces(bytes(text), LIMIT)).isEmpty();
  }

  @Test
  void objectThatBreaksOffIsNamedAndThoseBeforeItAreKept() throws IOException {
    var pieces = pieces(bytes("{\"a\":1}\n{\"b\":"), LIMIT);

    assertThat(json(pieces.getFirst())).isEqualTo("{\"a\":1}");
    assertThat(problems(pieces)).containsExactly("it breaks off at byte 13; send it whole");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "12.5", "\"text, with } and \\\" in it\"", "oops"})
  void somethingElseBetweenObjectsIsNamedAndTheOthersAreKept(String garbage) throws IOException {
    var pieces = pieces(bytes("[{\"a\":1}," + garbage + ",{\"b\":2}]"), LIMIT);

    assertThat(pieces).hasSize(3);
    assertThat(json(pieces.getFirst())).isEqualTo("{\"a\":1}");
    assertThat(problems(pieces))
        .containsExactly("what stands at byte 9 is no JSON object; a contact record is one");
    assertThat(json(pieces.getLast())).isEqualTo("{\"b\":2}");
  }

  @Test
  void lineWithGarbageEndsWithItsLine() throws IOException {
    var pieces = pieces(bytes("\"never closed\n{\"b\":2}\nx{\"c\":3}"), LIMIT);

    assertThat(objectsOf(pieces)).containsExactly("{\"b\":2}", "{\"c\":3}");
    assertThat(problems(pieces)).hasSize(2);
  }

  @Test
  void lineThatBreaksOffInsideTextDoesNotTakeTheNextLinesWithIt() throws IOException {
    var pieces = pieces(bytes("{\"a\":1}\n{\"ContactId\":\"ab\n{\"b\":2}\n{\"c\":3}\n"), LIMIT);

    assertThat(objectsOf(pieces)).containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
    assertThat(problems(pieces)).containsExactly("it breaks off at byte 24; send it whole");
  }

  @Test
  void objectOfExactlyTheLimitIsGivenAndOneByteMoreIsNot() throws IOException {
    var ten = "{\"a\":\"12\"}";
    var eleven = "{\"a\":\"123\"}";

    var pieces = pieces(bytes(ten + eleven + ten), 10);

    assertThat(objectsOf(pieces)).containsExactly(ten, ten);
    assertThat(problems(pieces))
        .containsExactly("it is 11 bytes long, from byte 10; at most 10 are taken");
  }

  @Test
  void fiftyMegabytesArePassedOverWithoutBeingHeld() throws IOException {
    var before = "{\"a\":1}\n".getBytes(UTF_8);
    var after = "\"}\n{\"b\":2}\n".getBytes(UTF_8);
    var input = new LongRecord(before, 50 << 20, after);
    var splitter = new RecordSplitter(input, LIMIT);
    var memory = Runtime.getRuntime();
    System.gc();
    var usedBefore = memory.totalMemory() - memory.freeMemory();

    var pieces = all(splitter);

    System.gc();
    assertThat(objectsOf(pieces)).containsExactly("{\"a\":1}", "{\"b\":2}");
    assertThat(problems(pieces)).singleElement().asString().contains("at most 1048576 are taken");
    assertThat(input.largestRequest).isLessThanOrEqualTo(BLOCK);
    assertThat(memory.totalMemory() - memory.freeMemory() - usedBefore).isLessThan(16 << 20);
  }

  @Test
  void objectsAcrossTheBorderOfABlockAreWhole() throws IOException {
    for (var shift = -3; shift <= 3; shift++) {
      var object = "{\"k\":\"\\\"}\",\"n\":[{}]}";
      var padding = " ".repeat(BLOCK + shift - object.length() / 2);

      assertThat(objects(padding + object + object)).containsExactly(object, object);
    }
  }

  @Test
  void inputThatComesByteByByteGivesTheSame() throws IOException {
    var text = "[{\"a\":\"\\\\\"},\n{\"b\":{\"c\":\"}\"}}] x,{\"d\":1}";
    var slow =
        new ByteArrayInputStream(bytes(text)) {
          @Override
          public int read(byte[] buffer, int offset, int count) {
            return super.read(buffer, offset, Math.min(count, 1));
          }
        };

    assertThat(texts(all(new RecordSplitter(slow, LIMIT))))
        .isEqualTo(texts(pieces(bytes(text), LIMIT)));
  }

  private static List<String> objects(String text) throws IOException {
    var pieces = pieces(bytes(text), LIMIT);
    assertThat(problems(pieces)).isEmpty();
    return objectsOf(pieces);
  }

  private static List<String> objectsOf(List<RecordSplitter.Piece> pieces) {
    return pieces.stream().filter(p -> p.json() != null).map(RecordSplitterTest::json).toList();
  }

  private static List<String> problems(List<RecordSplitter.Piece> pieces) {
    return pieces.stream()
        .filter(piece -> piece.json() == null)
        .map(piece -> String.valueOf(piece.problem()))
        .toList();
  }

  private static List<String> texts(List<RecordSplitter.Piece> pieces) {
    return pieces.stream()
        .map(piece -> piece.json() == null ? String.valueOf(piece.problem()) : json(piece))
        .toList();
  }

  private static String json(RecordSplitter.Piece piece) {
    return new String(Objects.requireNonNull(piece.json()), UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  private static List<RecordSplitter.Piece> pieces(byte[] input, int limit) throws IOException {
    return all(new RecordSplitter(new ByteArrayInputStream(input), limit));
  }

  private static List<RecordSplitter.Piece> all(RecordSplitter splitter) throws IOException {
    var pieces = new ArrayList<RecordSplitter.Piece>();
    RecordSplitter.@Nullable Piece piece;
    while ((piece = splitter.next()) != null) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** A short object, then one with a very long text in it, then what follows. */
  private static final class LongRecord extends InputStream {

    private static final byte[] OPENING = "{\"long\":\"".getBytes(UTF_8);

    private final byte[] before;
    private final int length;
    private final byte[] after;
    private long position;
    private int largestRequest;

    LongRecord(byte[] before, int length, byte[] after) {
      this.before = before;
      this.length = length;
      this.after = after;
    }

    @Override
    public int read(byte[] buffer, int offset, int count) {
      largestRequest = Math.max(largestRequest, count);
      var read = 0;
      for (; read < count; read++) {
        var next = read();
        if (next < 0) {
          break;
        }
        buffer[offset + read] = (byte) next;
      }
      return read == 0 ? -1 : read;
    }

    @Override
    public int read() {
      var at = position++;
      if (at < before.length) {
        return before[(int) at];
      }
      at -= before.length;
      if (at < OPENING.length) {
        return OPENING[(int) at];
      }
      at -= OPENING.length;
      if (at < length) {
        return 'x';
      }
      at -= length;
      return at < after.length ? after[(int) at] : -1;
    }
  }
}
