package com.aftercall.storage.aws;

import com.aftercall.storage.ObjectInput;
import com.aftercall.storage.ObjectLocation;
import java.io.IOException;
import java.nio.ByteBuffer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Reads an object in blocks. A block is small where somebody jumps, as when headers are looked at,
 * and each that follows on the one before is twice as long, so that a recording of hours is read
 * with some dozens of requests. The first block is kept, because audio readers come back to it.
 */
final class S3ObjectInput implements ObjectInput {

  static final int SHORTEST_BLOCK = 1 << 16;
  static final int LONGEST_BLOCK = 1 << 22;

  private final S3Client client;
  private final ObjectLocation location;
  private final String version;
  private final long length;
  private Block head = Block.NONE;
  private Block current = Block.NONE;

  S3ObjectInput(S3Client client, ObjectLocation location, HeadObjectResponse found) {
    this.client = client;
    this.location = location;
    this.version = found.eTag();
    this.length = found.contentLength();
  }

  /** Bytes of the object from a place on. */
  private static final class Block {

    static final Block NONE = new Block(-1, new byte[0]);

    final long start;
    final byte[] bytes;

    Block(long start, byte[] bytes) {
      this.start = start;
      this.bytes = bytes;
    }

    boolean has(long position) {
      return position >= start && position < end();
    }

    long end() {
      return start + bytes.length;
    }
  }

  @Override
  public long length() {
    return length;
  }

  @Override
  public int read(long position, byte[] buffer, int offset, int count) throws IOException {
    return read(position, ByteBuffer.wrap(buffer, offset, count));
  }

  @Override
  public int read(long position, ByteBuffer target) throws IOException {
    if (position >= length) {
      return -1;
    }
    var block = at(position);
    var from = (int) (position - block.start);
    var count = Math.min(target.remaining(), block.bytes.length - from);
    target.put(block.bytes, from, count);
    return count;
  }

  private Block at(long position) throws IOException {
    if (current.has(position)) {
      return current;
    }
    if (head.has(position)) {
      return head;
    }
    var size =
        position == current.end()
            ? Math.min(LONGEST_BLOCK, Math.max(SHORTEST_BLOCK, current.bytes.length * 2))
            : SHORTEST_BLOCK;
    current = new Block(position, fetch(position, (int) Math.min(size, length - position)));
    if (position == 0) {
      head = current;
    }
    return current;
  }

  private byte[] fetch(long start, int count) throws IOException {
    var request =
        GetObjectRequest.builder()
            .bucket(location.bucket())
            .key(location.key())
            .range("bytes=%d-%d".formatted(start, start + count - 1))
            .ifMatch(version)
            .build();
    try {
      var bytes = client.getObjectAsBytes(request).asByteArrayUnsafe();
      if (bytes.length != count) {
        throw new IOException(
            "%s sent %d bytes of %d from byte %d".formatted(location, bytes.length, count, start));
      }
      return bytes;
    } catch (S3Exception e) {
      if (S3Failures.isConditionFailed(e) || S3Failures.isMissing(e)) {
        throw new IOException(
            "%s was replaced or deleted while it was read".formatted(location), e);
      }
      throw S3Failures.of(location, e);
    } catch (SdkException e) {
      throw S3Failures.of(location, e);
    }
  }

  /** Frees the blocks; no connection is held between two reads. */
  @Override
  public void close() {
    head = Block.NONE;
    current = Block.NONE;
  }
}
