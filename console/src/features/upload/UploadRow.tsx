import { m } from '@/shared/messages';
import { bytes } from '@/shared/time';
import Button from '@cloudscape-design/components/button';
import FileInput from '@cloudscape-design/components/file-input';
import FormField from '@cloudscape-design/components/form-field';
import Input from '@cloudscape-design/components/input';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { Link } from 'react-router';
import { ACCEPTED_TRANSCRIPTS } from './files';
import { dayAndTime, instantOf } from './localTime';
import { isOpen, type Progress, type Upload, type UploadQueue } from './UploadQueue';

interface Props {
  upload: Upload;
  queue: UploadQueue;
  onRetry: () => void;
}

/** One recording: what is known about it, and how far it is. */
export function UploadRow({ upload, queue, onRetry }: Props) {
  const { id, file, transcript, customer, progress } = upload;
  const open = isOpen(upload);
  return (
    <li className="upload-row">
      <div className="upload-row-head">
        <span className="upload-name">
          <strong className="breaks">{file.name}</strong> <span className="quiet digits">{bytes(file.size)}</span>
          {transcript && (
            <span className="upload-transcript">
              + {transcript.name}
              {open && (
                <Button
                  variant="inline-icon"
                  iconName="close"
                  ariaLabel={m.upload.removeTranscript(transcript.name)}
                  onClick={() => queue.change(id, { transcript: null })}
                />
              )}
            </span>
          )}
        </span>
        <State progress={progress} />
        {progress.kind === 'failed' && <Button onClick={onRetry}>{m.upload.retry}</Button>}
        {progress.kind === 'done' ? (
          <Link className="link" to={`/contacts/${encodeURIComponent(progress.contactId)}`}>
            {m.upload.open}
          </Link>
        ) : (
          <Button variant="icon" iconName="close" ariaLabel={m.upload.remove(file.name)} onClick={() => queue.remove(id)} />
        )}
      </div>
      {(progress.kind === 'reading' || progress.kind === 'sending') && (
        <ProgressBar value={progress.share * 100} ariaLabel={m.upload.progress(file.name)} />
      )}
      {progress.kind === 'failed' && <p className="upload-reason">{progress.reason}</p>}
      {open && (
        <div className="upload-fields">
          <Begun begunAt={upload.begunAt} onChange={(begunAt) => queue.change(id, { begunAt })} />
          <FormField label={m.upload.customer}>
            <Input
              value={customer}
              type="text"
              inputMode="tel"
              placeholder={m.upload.optional}
              onChange={({ detail }) => queue.change(id, { customer: detail.value })}
            />
          </FormField>
          {!transcript && (
            <FormField label={m.upload.transcript}>
              <FileInput
                value={[]}
                accept={ACCEPTED_TRANSCRIPTS}
                onChange={({ detail }) => detail.value[0] && queue.change(id, { transcript: detail.value[0] })}
              >
                {m.upload.addTranscript}
              </FileInput>
            </FormField>
          )}
        </div>
      )}
    </li>
  );
}

const TYPES: Record<Progress['kind'], StatusIndicatorProps.Type> = {
  ready: 'pending',
  queued: 'pending',
  reading: 'in-progress',
  sending: 'in-progress',
  handing: 'in-progress',
  done: 'success',
  failed: 'error',
};

function State({ progress }: { progress: Progress }) {
  return (
    <span role="status" className="upload-state">
      <StatusIndicator type={TYPES[progress.kind]}>{m.upload.states[progress.kind]}</StatusIndicator>
    </span>
  );
}

/** What is typed stays until it is a day and a time. */
function Begun({ begunAt, onChange }: { begunAt: Date; onChange: (begunAt: Date) => void }) {
  const [[day, time], setTyped] = useState(() => dayAndTime(begunAt));
  const put = (nextDay: string, nextTime: string) => {
    setTyped([nextDay, nextTime]);
    const instant = instantOf(nextDay, nextTime);
    if (instant) onChange(instant);
  };
  return (
    <FormField label={m.upload.started} errorText={instantOf(day, time) ? undefined : m.upload.badDate}>
      <span className="upload-begun">
        <input type="date" className="field" aria-label={`${m.upload.started}: ${m.upload.day}`} value={day} onChange={(event) => put(event.target.value, time)} />
        <input type="time" className="field" aria-label={`${m.upload.started}: ${m.upload.time}`} value={time} onChange={(event) => put(day, event.target.value)} />
      </span>
    </FormField>
  );
}
