package com.aftercall.contact;

import static com.aftercall.contact.AnalysisCode.DL;
import static com.aftercall.contact.AnalysisCode.KW;
import static com.aftercall.contact.AnalysisCode.NE;
import static com.aftercall.contact.AnalysisCode.SNT;
import static com.aftercall.contact.AnalysisCode.SYN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestedTest {

  @Test
  void codesAreTrimmedTheirCaseDoesNotMatterAndUnknownOnesAreSaidToBe() {
    var requested = analysis(" SNT, dl ,xx");

    assertThat(requested.analysis()).containsExactlyInAnyOrder(SNT, DL);
    assertThat(requested.notes())
        .containsExactly(
            "'xx' in postcallTranscribeComprehendAnalysis is no analysis; the codes are snt, kw, dl, ne, syn");
  }

  @Test
  void everyCodeIsKnownAndDoublesAndEmptyPlacesDoNotMatter() {
    var requested = analysis("snt,kw,,dl,ne,syn,snt,");

    assertThat(requested.analysis()).containsExactlyInAnyOrder(SNT, KW, DL, NE, SYN);
    assertThat(requested.notes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "true,true,0",
        "True,true,0",
        "TRUE,true,0",
        " true ,true,0",
        "false,false,0",
        "False,false,0",
        "yes,false,1",
        "1,false,1",
        "tru,false,1",
        "' ',false,0"
      })
  void switchIsOnForTrueAloneAndOddValuesAreSaidToBe(String value, boolean on, int notes) {
    for (var key :
        new String[] {
          ContactAttributes.RECORDING_IMPORT,
          ContactAttributes.TRANSCRIBE,
          ContactAttributes.RECORD_IMPORT,
          ContactAttributes.CONTACT_LENS_IMPORT
        }) {
      var requested = Requested.by(new ContactAttributes(Map.of(key, value)));

      assertThat(
              requested.recordingImport()
                  || requested.anyTranscript()
                  || requested.contactRecordImport())
          .as(key)
          .isEqualTo(on);
      assertThat(requested.notes()).as(key).hasSize(notes);
    }
  }

  @Test
  void eachSwitchSwitchesItsOwnFeature() {
    assertThat(only(ContactAttributes.RECORDING_IMPORT).recordingImport()).isTrue();
    assertThat(only(ContactAttributes.TRANSCRIBE).recordingImport()).isFalse();
    assertThat(only(ContactAttributes.TRANSCRIBE).transcription()).isTrue();
    assertThat(only(ContactAttributes.RECORD_IMPORT).transcription()).isFalse();
    assertThat(only(ContactAttributes.RECORD_IMPORT).contactRecordImport()).isTrue();
    assertThat(only(ContactAttributes.RECORDING_IMPORT).contactRecordImport()).isFalse();
  }

  @Test
  void noAttributesAskForNothing() {
    var requested = Requested.by(new ContactAttributes(Map.of()));

    assertThat(requested.recordingImport()).isFalse();
    assertThat(requested.anyTranscript()).isFalse();
    assertThat(requested.contactRecordImport()).isFalse();
    assertThat(requested.analysis()).isEmpty();
    assertThat(requested.language()).isNull();
    assertThat(requested.notes()).isEmpty();
  }

  @Test
  void longNonsenseIsShortenedInItsNote() {
    assertThat(analysis("x".repeat(5_000)).notes()).singleElement().asString().hasSizeLessThan(200);
  }

  private static Requested analysis(String codes) {
    return Requested.by(new ContactAttributes(Map.of(ContactAttributes.ANALYSIS, codes)));
  }

  private static Requested only(String key) {
    return Requested.by(new ContactAttributes(Map.of(key, "true")));
  }
}
