import { operationApi } from '@/api/operationApi';
import { FormDialog } from '@/shared/FormDialog';
import { m } from '@/shared/messages';
import { TimeField } from '@/shared/TimeField';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import RadioGroup from '@cloudscape-design/components/radio-group';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { requestOf, type Typed } from './backfillForm';

const t = m.streams;
const EMPTY: Typed = { stream: '', bucket: '', prefix: '', from: '', until: '' };

interface Props {
  /** Names of streams whose records can be read once more. */
  streams: readonly string[];
  onBegun: () => void;
  onClose: () => void;
}

export function BackfillDialog({ streams, onBegun, onClose }: Props) {
  const [typed, setTyped] = useState(EMPTY);
  const [tried, setTried] = useState(false);
  const start = useMutation({ mutationFn: operationApi.startBackfill, onSuccess: onBegun });
  const { request, faults } = requestOf(typed);
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part });
  const submit = () => {
    setTried(true);
    if (request) start.mutate(request);
  };
  return (
    <FormDialog title={t.start} action={t.begin} saving={start.isPending} error={start.error} onClose={onClose} onSave={submit}>
      {streams.length > 0 && (
        <FormField label={t.what}>
          <RadioGroup
            value={typed.stream}
            onChange={({ detail }) => change({ stream: detail.value })}
            items={[{ value: '', label: t.ofFiles }, ...streams.map((stream) => ({ value: stream, label: t.ofStream(stream) }))]}
          />
        </FormField>
      )}
      {typed.stream === '' && <Files typed={typed} wrong={tried ? faults.bucket : undefined} onChange={change} />}
      <div className="form-columns">
        <TimeField label={typed.stream === '' ? t.from : t.cameFrom} value={typed.from} onChange={(from) => change({ from })} />
        <TimeField label={typed.stream === '' ? t.until : t.cameUntil} value={typed.until} wrong={faults.until} onChange={(until) => change({ until })} />
      </div>
      <p className="flat quiet">{t.timeHow}</p>
    </FormDialog>
  );
}

function Files({ typed, wrong, onChange }: { typed: Typed; wrong?: string; onChange: (part: Partial<Typed>) => void }) {
  return (
    <SpaceBetween size="l">
      <FormField label={t.bucket} description={t.bucketHow} errorText={wrong}>
        <Input value={typed.bucket} autoComplete={false} onChange={({ detail }) => onChange({ bucket: detail.value })} />
      </FormField>
      <FormField label={t.prefix} description={t.prefixHow}>
        <Input value={typed.prefix} autoComplete={false} onChange={({ detail }) => onChange({ prefix: detail.value })} />
      </FormField>
    </SpaceBetween>
  );
}
