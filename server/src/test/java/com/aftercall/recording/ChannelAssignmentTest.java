package com.aftercall.recording;

import static com.aftercall.contact.Participant.AGENT;
import static com.aftercall.contact.Participant.CUSTOMER;
import static com.aftercall.contact.Participant.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ChannelAssignmentTest {

  @Test
  void customerIsLeftAndAgentRight() {
    var assignment = new ChannelAssignment(false, 2);

    assertThat(assignment.participantOf(new AudioChannel(0))).isEqualTo(CUSTOMER);
    assertThat(assignment.participantOf(new AudioChannel(1))).isEqualTo(AGENT);
  }

  @Test
  void swappedSourceHasTheAgentLeft() {
    var assignment = new ChannelAssignment(true, 2);

    assertThat(assignment.participantOf(new AudioChannel(0))).isEqualTo(AGENT);
    assertThat(assignment.participantOf(new AudioChannel(1))).isEqualTo(CUSTOMER);
  }

  @Test
  void monoTellsNobodyApartEvenIfSwapped() {
    assertThat(new ChannelAssignment(false, 1).participantOf(new AudioChannel(0)))
        .isEqualTo(UNKNOWN);
    assertThat(new ChannelAssignment(true, 1).participantOf(new AudioChannel(0)))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void thirdChannelBelongsToNobodyKnown() {
    assertThat(new ChannelAssignment(false, 3).participantOf(new AudioChannel(2)))
        .isEqualTo(UNKNOWN);
  }

  @Test
  void recordingWithoutChannelsIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChannelAssignment(false, 0))
        .withMessage("0 channels; a recording has at least one");
  }
}
