package com.aftercall.playback.web;

import com.aftercall.recording.Recording;
import com.aftercall.storage.ObjectInput;
import com.aftercall.storage.ObjectStore;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Sends a recording or a part of it, as the request asks. */
@Component
class RecordingBytes {

  private static final int BLOCK = 1 << 16;

  private final ObjectStore objects;

  RecordingBytes(ObjectStore objects) {
    this.objects = objects;
  }

  void send(Recording recording, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try (var input = objects.open(recording.location())) {
      serve(input, recording, request, response);
    }
  }

  private static void serve(
      ObjectInput input,
      Recording recording,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var tag = "\"%x-%x\"".formatted(input.length(), recording.location().hashCode());
    response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    response.setHeader(HttpHeaders.ETAG, tag);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600");
    response.setContentType(recording.mediaType());
    var header = request.getHeader(HttpHeaders.RANGE);
    var condition = request.getHeader(HttpHeaders.IF_RANGE);
    var whole = new ByteRange(0, input.length() - 1);
    if (header == null
        || !ByteRange.isUsable(header)
        || (condition != null && !condition.equals(tag))) {
      send(input, whole, response);
      return;
    }
    var range = ByteRange.of(header, input.length());
    if (range.isEmpty()) {
      response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + input.length());
      throw new ResponseStatusException(
          HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE, "The recording ends before that.");
    }
    response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
    response.setHeader(
        HttpHeaders.CONTENT_RANGE,
        "bytes %d-%d/%d".formatted(range.get().first(), range.get().last(), input.length()));
    send(input, range.get(), response);
  }

  private static void send(ObjectInput input, ByteRange range, HttpServletResponse response)
      throws IOException {
    response.setContentLengthLong(range.length());
    var output = response.getOutputStream();
    var block = new byte[BLOCK];
    var position = range.first();
    while (position <= range.last()) {
      var count = (int) Math.min(block.length, range.last() - position + 1);
      var read = input.read(position, block, 0, count);
      if (read < 0) {
        throw new IOException("the recording became shorter while it was sent");
      }
      output.write(block, 0, read);
      position += read;
    }
  }
}
