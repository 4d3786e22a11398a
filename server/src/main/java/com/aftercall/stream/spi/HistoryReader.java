package com.aftercall.stream.spi;

import com.aftercall.stream.Delivery;
import java.util.List;

/** Reads what a stream has from before; used by one thread. */
public interface HistoryReader extends AutoCloseable {

  /** False when everything was given. */
  boolean hasMore();

  /**
   * What came next, after some seconds at most; may be nothing. In a partition records come in
   * their order.
   *
   * @throws com.aftercall.failure.AftercallException if the stream does not answer
   */
  List<Page> read();

  @Override
  void close();

  /**
   * Records of one partition that follow each other.
   *
   * @param mark how far the partition was read with them
   */
  record Page(String partition, List<Delivery> records, History.Mark mark) {}
}
