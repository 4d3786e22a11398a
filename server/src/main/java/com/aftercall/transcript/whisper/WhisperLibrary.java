package com.aftercall.transcript.whisper;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import com.aftercall.failure.FailureCode;
import com.aftercall.failure.PermanentException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SegmentAllocator;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The functions of whisper.cpp 1.7.1 that are used here, called without glue code in C. The library
 * itself comes out of whisper-jni's jar; the Java classes of that jar are not used, because they
 * pass on neither times nor probabilities of tokens.
 */
final class WhisperLibrary {

  private static @Nullable WhisperLibrary loaded;

  private final MethodHandle contextDefaults;
  private final MethodHandle freeContextParams;
  private final MethodHandle openContext;
  private final MethodHandle openState;
  private final MethodHandle freeState;
  private final MethodHandle fullDefaults;
  private final MethodHandle freeFullParams;
  private final MethodHandle full;
  private final MethodHandle segments;
  private final MethodHandle tokens;
  private final MethodHandle tokenData;
  private final MethodHandle tokenText;
  private final MethodHandle endOfText;

  private WhisperLibrary(Symbols symbols) {
    contextDefaults = symbols.find("whisper_context_default_params_by_ref", ADDRESS);
    freeContextParams = symbols.findVoid("whisper_free_context_params", ADDRESS);
    openContext =
        symbols.find(
            "whisper_init_from_file_with_params_no_state", ADDRESS, ADDRESS, ContextParams.LAYOUT);
    openState = symbols.find("whisper_init_state", ADDRESS, ADDRESS);
    freeState = symbols.findVoid("whisper_free_state", ADDRESS);
    fullDefaults = symbols.find("whisper_full_default_params_by_ref", ADDRESS, JAVA_INT);
    freeFullParams = symbols.findVoid("whisper_free_params", ADDRESS);
    full =
        symbols.find(
            "whisper_full_with_state",
            JAVA_INT,
            ADDRESS,
            ADDRESS,
            FullParams.LAYOUT,
            ADDRESS,
            JAVA_INT);
    segments = symbols.find("whisper_full_n_segments_from_state", JAVA_INT, ADDRESS);
    tokens = symbols.find("whisper_full_n_tokens_from_state", JAVA_INT, ADDRESS, JAVA_INT);
    tokenData =
        symbols.find(
            "whisper_full_get_token_data_from_state",
            TokenStruct.LAYOUT,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    tokenText =
        symbols.find(
            "whisper_full_get_token_text_from_state",
            ADDRESS,
            ADDRESS,
            ADDRESS,
            JAVA_INT,
            JAVA_INT);
    endOfText = symbols.find("whisper_token_eot", JAVA_INT, ADDRESS);
  }

  /**
   * The library, loaded at the first call.
   *
   * @throws PermanentException with {@code ENGINE_MISSING} if there is none for this machine
   */
  static synchronized WhisperLibrary get() {
    WhisperLibrary library = loaded;
    if (library == null) {
      try {
        library = new WhisperLibrary(new Symbols(NativeFiles.load()));
      } catch (IOException | IllegalArgumentException | UnsatisfiedLinkError e) {
        throw new PermanentException(
            FailureCode.ENGINE_MISSING,
            "engine whisper cannot load its native library on this machine: " + e.getMessage(),
            e);
      }
      loaded = library;
    }
    return library;
  }

  /** Loads a model, which stays in memory; null if the library refuses it. */
  @Nullable MemorySegment openContext(Path model) {
    MemorySegment defaults = call(() -> (MemorySegment) contextDefaults.invokeExact());
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment params = ContextParams.withoutGpu(defaults, arena);
      MemorySegment path = arena.allocateFrom(model.toString());
      return orNull(call(() -> (MemorySegment) openContext.invokeExact(path, params)));
    } finally {
      run(
          () -> {
            freeContextParams.invokeExact(defaults);
          });
    }
  }

  /** Working memory for one thread; null if there is not enough. */
  @Nullable MemorySegment openState(MemorySegment context) {
    return orNull(call(() -> (MemorySegment) openState.invokeExact(context)));
  }

  void freeState(MemorySegment state) {
    run(
        () -> {
          freeState.invokeExact(state);
        });
  }

  /** The library's own settings for the greedy search, copied into the arena. */
  FullParams defaults(Arena arena) {
    MemorySegment defaults = call(() -> (MemorySegment) fullDefaults.invokeExact(0));
    try {
      return FullParams.copyOf(defaults, arena);
    } finally {
      run(
          () -> {
            freeFullParams.invokeExact(defaults);
          });
    }
  }

  /** Transcribes 32-bit samples; zero if it went well. */
  int full(MemorySegment context, MemorySegment state, FullParams params, MemorySegment samples) {
    int count = Math.toIntExact(samples.byteSize() / Float.BYTES);
    return call(() -> (int) full.invokeExact(context, state, params.segment(), samples, count));
  }

  int segments(MemorySegment state) {
    return call(() -> (int) segments.invokeExact(state));
  }

  int tokens(MemorySegment state, int segment) {
    return call(() -> (int) tokens.invokeExact(state, segment));
  }

  TokenStruct token(MemorySegment state, int segment, int token, Arena arena) {
    return TokenStruct.of(
        call(
            () ->
                (MemorySegment)
                    tokenData.invokeExact((SegmentAllocator) arena, state, segment, token)));
  }

  /** The bytes of a token; it may end within a character. */
  byte[] tokenText(MemorySegment context, MemorySegment state, int segment, int token) {
    MemorySegment text =
        call(() -> (MemorySegment) tokenText.invokeExact(context, state, segment, token))
            .reinterpret(Integer.MAX_VALUE);
    int length = 0;
    while (text.get(JAVA_BYTE, length) != 0) {
      length++;
    }
    return text.asSlice(0, length).toArray(JAVA_BYTE);
  }

  /** The first token that stands for no text; all after it neither. */
  int endOfText(MemorySegment context) {
    return call(() -> (int) endOfText.invokeExact(context));
  }

  private static @Nullable MemorySegment orNull(MemorySegment pointer) {
    return pointer.equals(MemorySegment.NULL) ? null : pointer;
  }

  private static <T> T call(NativeCall<T> call) {
    try {
      return call.call();
    } catch (Throwable e) {
      throw new IllegalStateException("call into whisper.cpp failed", e);
    }
  }

  private static void run(NativeRun run) {
    try {
      run.run();
    } catch (Throwable e) {
      throw new IllegalStateException("call into whisper.cpp failed", e);
    }
  }

  /** A method handle's invocation declares {@link Throwable}. */
  @FunctionalInterface
  private interface NativeCall<T> {
    T call() throws Throwable;
  }

  @FunctionalInterface
  private interface NativeRun {
    void run() throws Throwable;
  }

  /** Finds functions by name. */
  private static final class Symbols {
    private final Linker linker = Linker.nativeLinker();
    private final SymbolLookup lookup;

    Symbols(SymbolLookup lookup) {
      this.lookup = lookup;
      silence();
    }

    MethodHandle find(String name, MemoryLayout result, MemoryLayout... arguments) {
      return linker.downcallHandle(symbol(name), FunctionDescriptor.of(result, arguments));
    }

    MethodHandle findVoid(String name, MemoryLayout... arguments) {
      return linker.downcallHandle(symbol(name), FunctionDescriptor.ofVoid(arguments));
    }

    /** It would write to standard error, what it hears included. */
    private void silence() {
      FunctionDescriptor logger = FunctionDescriptor.ofVoid(JAVA_INT, ADDRESS, ADDRESS);
      MethodHandle nothing =
          MethodHandles.empty(
              MethodType.methodType(
                  void.class, int.class, MemorySegment.class, MemorySegment.class));
      MemorySegment stub = linker.upcallStub(nothing, logger, Arena.global());
      MethodHandle set = findVoid("whisper_log_set", ADDRESS, ADDRESS);
      run(
          () -> {
            set.invokeExact(stub, MemorySegment.NULL);
          });
    }

    private MemorySegment symbol(String name) {
      return lookup
          .find(name)
          .orElseThrow(() -> new IllegalArgumentException("it has no function " + name));
    }
  }
}
