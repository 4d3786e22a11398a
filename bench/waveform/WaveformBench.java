import com.aftercall.recording.AudioDescription;
import com.aftercall.recording.AudioReader;
import com.aftercall.recording.AudioStream;
import com.aftercall.recording.spi.AudioDecoder;
import com.aftercall.storage.ObjectInput;
import com.aftercall.waveform.SampleBits;
import com.aftercall.waveform.WaveformDrawing;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Draws a WAV file and reads it without looking, in turn, and prints medians of the CPU seconds of
 * this thread. Usage: {@code WaveformBench FILE.wav LABEL [ROUNDS [OUT.dat]]}
 */
final class WaveformBench {

  private static final int BLOCK_BYTES = 256 * 1024;
  private static final long WARM_UP_NANOS = 3_000_000_000L;

  private interface Work {
    void run() throws IOException;
  }

  public static void main(String[] arguments) throws IOException {
    var file = Path.of(arguments[0]);
    var label = "wave_" + arguments[1];
    var rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 15;
    if (arguments.length > 3) {
      try (var output = Files.newOutputStream(Path.of(arguments[3]))) {
        draw(file, output);
      }
    }
    var buffer = ByteBuffer.allocateDirect(BLOCK_BYTES);
    warmUp(() -> draw(file, OutputStream.nullOutputStream()), () -> readOnly(file, buffer));
    var drawing = new double[rounds];
    var reading = new double[rounds];
    var wall = new double[rounds];
    for (var round = 0; round < rounds; round++) {
      var start = System.nanoTime();
      drawing[round] = cpuSeconds(() -> draw(file, OutputStream.nullOutputStream()));
      wall[round] = (System.nanoTime() - start) / 1e9;
      reading[round] = cpuSeconds(() -> readOnly(file, buffer));
    }
    var bytes = Files.size(file);
    print(label + "_aftercall_cpu", median(drawing), "s");
    print(label + "_aftercall_wall", median(wall), "s");
    print(label + "_aftercall_bandwidth", bytes / median(drawing) / 1e6, "MB/cpu-s");
    print(label + "_limit_read_cpu", median(reading), "s");
    print(label + "_limit_read_bandwidth", bytes / median(reading) / 1e6, "MB/cpu-s");
    print(label + "_aftercall_of_limit", 100 * median(reading) / median(drawing), "%");
  }

  /** Everything a contact's waveform takes: open, parse, draw four levels, write the finest. */
  private static void draw(Path file, OutputStream output) throws IOException {
    try (var stream = new AudioReader(new NoDecoder()).open(new FileInput(file))) {
      WaveformDrawing.draw(stream).levels().getFirst().writeDat(output, SampleBits.EIGHT);
    }
  }

  private static void readOnly(Path file, ByteBuffer buffer) throws IOException {
    try (var channel = FileChannel.open(file)) {
      while (channel.read(buffer.clear()) > 0) {
        // read on
      }
    }
  }

  private static void warmUp(Work... works) throws IOException {
    for (var work : works) {
      var start = System.nanoTime();
      for (var i = 0; i < 8 || System.nanoTime() - start < WARM_UP_NANOS; i++) {
        work.run();
      }
    }
  }

  private static double cpuSeconds(Work work) throws IOException {
    var threads = ManagementFactory.getThreadMXBean();
    var start = threads.getCurrentThreadCpuTime();
    work.run();
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    var sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private static void print(String name, double value, String unit) {
    System.out.printf(Locale.ROOT, "%s %.5g %s%n", name, value, unit);
  }

  /** As the server's local object store reads. */
  private static final class FileInput implements ObjectInput {
    private final FileChannel channel;

    FileInput(Path file) throws IOException {
      this.channel = FileChannel.open(file);
    }

    @Override
    public long length() {
      try {
        return channel.size();
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public int read(long position, byte[] buffer, int offset, int count) throws IOException {
      return channel.read(ByteBuffer.wrap(buffer, offset, count), position);
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
      return channel.read(target, position);
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** The files here are plain WAV. */
  private static final class NoDecoder implements AudioDecoder {
    @Override
    public AudioDescription describe(ObjectInput input) {
      throw new UnsupportedOperationException();
    }

    @Override
    public AudioStream open(ObjectInput input) {
      throw new UnsupportedOperationException();
    }
  }

  private WaveformBench() {}
}
