package com.aftercall.transcript.sphinx;

import com.aftercall.transcript.Word;
import com.aftercall.transcript.spi.SpeechStretch;
import edu.cmu.sphinx.api.SpeechResult;
import edu.cmu.sphinx.frontend.util.StreamDataSource;
import edu.cmu.sphinx.recognizer.Recognizer;
import edu.cmu.sphinx.result.Result;
import edu.cmu.sphinx.result.WordResult;
import edu.cmu.sphinx.util.LogMath;
import edu.cmu.sphinx.util.props.ConfigurationManager;
import java.io.ByteArrayInputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sphinx, loaded and ready. One thread at a time. */
final class SphinxRecognizer {

  static final int SAMPLE_RATE_HZ = 16_000;

  private static final URL CONFIGURATION =
      Objects.requireNonNull(SphinxRecognizer.class.getResource("sphinx.config.xml"));

  /** Of the acoustic model; times of words are those of the first sample of a frame. */
  private static final int FRAME_MILLIS = 10;

  /** Held here, because the log manager forgets the level of a logger that nobody holds. */
  private static final Logger SPHINX_LOG = Logger.getLogger("edu.cmu.sphinx");

  static {
    // Sphinx would log what it hears, and that is nobody's business.
    SPHINX_LOG.setLevel(Level.OFF);
  }

  private final Recognizer recognizer;
  private final StreamDataSource source;
  private final Logger componentLog;

  private SphinxRecognizer(ConfigurationManager configuration) {
    this.componentLog = configuration.getRootLogger();
    componentLog.setLevel(Level.OFF);
    this.recognizer = (Recognizer) configuration.lookup("recognizer");
    this.source = (StreamDataSource) configuration.lookup("dataSource");
    recognizer.allocate();
  }

  /** Loads the model from the class path and fits it to a band; takes seconds. */
  static SphinxRecognizer load(Band band) {
    ConfigurationManager configuration = new ConfigurationManager(CONFIGURATION);
    configuration.setGlobalProperty("telephone", String.valueOf(band == Band.TELEPHONE));
    return new SphinxRecognizer(configuration);
  }

  /** The words of one stretch, by time; may be none. */
  List<Word> hear(SpeechStretch stretch) {
    List<Word> words = new ArrayList<>();
    source.setInputStream(new ByteArrayInputStream(littleEndian(stretch.samples())));
    for (Result result = recognizer.recognize(); result != null; result = recognizer.recognize()) {
      addWords(result, stretch, words);
    }
    return words;
  }

  private static void addWords(Result result, SpeechStretch stretch, List<Word> words) {
    // Without a final token there is no lattice, hence no confidence: the stretch broke off inside
    // a word. Its words are the best guess all the same.
    boolean whole = result.getBestFinalToken() != null;
    List<WordResult> heard =
        whole ? new SpeechResult(result).getWords() : result.getTimedBestResult(false);
    for (WordResult word : heard) {
      String text = written(word.getWord().getSpelling());
      if (!word.isFiller() && !text.startsWith("<")) {
        words.add(word(text, word, whole ? confidence(word) : 0, stretch));
      }
    }
  }

  private static Word word(
      String text, WordResult heard, double confidence, SpeechStretch stretch) {
    long length = stretch.length().toMillis();
    long begin = Math.clamp(heard.getTimeFrame().getStart(), 0, length);
    long end = Math.clamp(heard.getTimeFrame().getEnd() + FRAME_MILLIS, begin, length);
    Duration offset = stretch.begin();
    return new Word(text, offset.plusMillis(begin), offset.plusMillis(end), confidence);
  }

  private static double confidence(WordResult word) {
    return Math.clamp(LogMath.getLogMath().logToLinear((float) word.getConfidence()), 0.0, 1.0);
  }

  /** The dictionary knows small letters only. */
  private static String written(String spelling) {
    return spelling.equals("i") || spelling.startsWith("i'")
        ? "I" + spelling.substring(1)
        : spelling;
  }

  private static byte[] littleEndian(short[] samples) {
    ByteBuffer bytes = ByteBuffer.allocate(2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(samples);
    return bytes.array();
  }
}
