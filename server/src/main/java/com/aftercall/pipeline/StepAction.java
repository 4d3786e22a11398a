package com.aftercall.pipeline;

import java.util.function.DoubleConsumer;

/** The work of a step. Stores its product before it returns, and may be run again at any time. */
@FunctionalInterface
interface StepAction {

  /**
   * Does the work.
   *
   * @param progress to be told how far it is, in [0, 1]; it throws when the server is stopping
   * @return what was done, one sentence for the timeline, without anything that was said
   */
  String perform(DoubleConsumer progress);
}
