import { m } from '@/shared/messages';
import { ANALYSIS_OPTIONS, type AnalysisCode, type Wanted } from '@/shared/requests';
import { LANGUAGE_OPTIONS } from '@/shared/transcribeLanguages';
import Checkbox from '@cloudscape-design/components/checkbox';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';

interface Props {
  wanted: Wanted;
  disabled?: boolean;
  /** Whether the recording can be left out. */
  recordingChoice?: boolean;
  /** Whether Contact Lens can be wanted; it knows calls of Amazon Connect alone. */
  contactLensChoice?: boolean;
  onChange: (wanted: Wanted) => void;
}

/** The form of what is wanted of a contact. */
export function WantedFields({ wanted, disabled = false, recordingChoice = false, contactLensChoice = false, onChange }: Props) {
  const change = (part: Partial<Wanted>) => onChange({ ...wanted, ...part });
  const language = LANGUAGE_OPTIONS.find(({ value }) => value === wanted.language) ?? null;
  return (
    <SpaceBetween size="m">
      {recordingChoice && (
        <Checkbox checked={wanted.recording} disabled={disabled} onChange={({ detail }) => change({ recording: detail.checked })}>
          {m.requests.recording}
        </Checkbox>
      )}
      <Checkbox checked={wanted.transcript} disabled={disabled} onChange={({ detail }) => change({ transcript: detail.checked })}>
        {m.requests.transcript}
      </Checkbox>
      {wanted.transcript && (
        <FormField label={m.requests.language}>
          <Select
            selectedOption={language}
            options={LANGUAGE_OPTIONS}
            disabled={disabled}
            filteringType="auto"
            filteringAriaLabel={m.requests.findLanguage}
            filteringPlaceholder={m.requests.findLanguage}
            filteringClearAriaLabel={m.clear}
            virtualScroll
            onChange={({ detail }) => change({ language: detail.selectedOption.value as string })}
          />
        </FormField>
      )}
      {contactLensChoice && (
        <Checkbox
          checked={wanted.contactLens}
          disabled={disabled}
          description={m.requests.contactLensHow}
          onChange={({ detail }) => change({ contactLens: detail.checked })}
        >
          {m.requests.contactLens}
        </Checkbox>
      )}
      {(wanted.transcript || wanted.contactLens) && (
        <FormField label={m.requests.analysesLabel} description={m.requests.analysesHow}>
          <Multiselect
            selectedOptions={ANALYSIS_OPTIONS.filter(({ value }) => wanted.analyses.includes(value))}
            options={ANALYSIS_OPTIONS}
            disabled={disabled}
            placeholder={m.requests.chooseAnalyses}
            deselectAriaLabel={({ label }) => m.requests.removeAnalysis(label ?? '')}
            onChange={({ detail }) => change({ analyses: detail.selectedOptions.map(({ value }) => value as AnalysisCode) })}
          />
        </FormField>
      )}
      <Checkbox checked={wanted.contactRecord} disabled={disabled} onChange={({ detail }) => change({ contactRecord: detail.checked })}>
        {m.requests.contactRecord}
      </Checkbox>
    </SpaceBetween>
  );
}
