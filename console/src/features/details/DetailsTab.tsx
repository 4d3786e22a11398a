import type { RecordPage } from '@/api/types';
import { m } from '@/shared/messages';
import { bytes, clock, dateTime } from '@/shared/time';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import type { ReactNode } from 'react';
import { allFields, contactAttributes, recordFields } from './fields';

export function DetailsTab({ page }: { page: RecordPage }) {
  const raw = JSON.stringify(page.contactRecord, null, 2);
  const attributes = contactAttributes(page.contactRecord);
  return (
    <div className="details">
      <Part title={m.details.record} items={recordItems(page)} />
      <section className="part">
        <h2>{m.details.attributes}</h2>
        {attributes.length === 0 ? (
          <p className="quiet">{m.details.noAttributes}</p>
        ) : (
          <Table rows={attributes} />
        )}
      </section>
      {page.recording && <Part title={m.details.recording} items={recordingItems(page.recording)} />}
      {page.transcript && <Part title={m.details.transcript} items={transcriptItems(page.transcript)} />}
      <ExpandableSection headerText={m.details.allFields}>
        <Table rows={allFields(page.contactRecord)} />
      </ExpandableSection>
      <ExpandableSection headerText={m.details.raw}>
        <CopyToClipboard copyButtonText="JSON" copySuccessText={m.record.copied} copyErrorText={m.record.copyFailed} textToCopy={raw} />
        <pre className="raw">{raw}</pre>
      </ExpandableSection>
    </div>
  );
}

function Table({ rows }: { rows: readonly [key: string, value: string][] }) {
  return (
    <table className="findings">
      <tbody>
        {rows.map(([key, value]) => (
          <tr key={key}>
            <th scope="row" className="mono breaks">{key}</th>
            <td className="breaks">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Item = { label: string; value: ReactNode; wide?: boolean };

function Part({ title, items }: { title: string; items: Item[] }) {
  return (
    <section className="part">
      <h2>{title}</h2>
      <dl className="fields">
        {items.map(({ label, value, wide }, index) => (
          <div key={index} className={wide ? 'field-wide' : undefined}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function recordItems(page: RecordPage): Item[] {
  const items: Item[] = [
    {
      label: m.list.columns.contactId,
      wide: true,
      value: (
        <CopyToClipboard
          variant="inline"
          textToCopy={page.contactId}
          copyButtonAriaLabel={m.list.columns.contactId}
          copySuccessText={m.record.copied}
          copyErrorText={m.record.copyFailed}
        />
      ),
    },
  ];
  for (const { label, value } of recordFields(page.contactRecord)) items.push({ label, value });
  if (page.receivedAt) items.push({ label: m.details.received, value: dateTime(page.receivedAt) });
  if (page.lastUpdateAt) items.push({ label: m.details.updated, value: dateTime(page.lastUpdateAt) });
  return items;
}

function recordingItems(recording: NonNullable<RecordPage['recording']>): Item[] {
  const who = (recording.assignment ?? []).map((participant) => m.participants[participant]);
  const items: Item[] = [
    { label: m.details.location, value: <span className="breaks">{recording.location}</span>, wide: true },
    { label: m.details.size, value: `${bytes(recording.sizeBytes)}, ${clock(recording.durationMillis)}` },
    {
      label: m.details.format,
      value: [recording.container, recording.encoding, `${recording.sampleRateHz / 1000} kHz`].filter(Boolean).join(', '),
    },
    { label: m.details.channels, value: who.length > 0 ? m.details.assignment(who) : recording.channels },
  ];
  if (recording.redacted) items.push({ label: m.details.redacted, value: m.details.redactedBy });
  if (recording.source) items.push({ label: m.details.source, value: recording.source, wide: true });
  for (const note of recording.notes ?? []) items.push({ label: m.details.note, value: note, wide: true });
  return items;
}

function transcriptItems(transcript: NonNullable<RecordPage['transcript']>): Item[] {
  return [
    { label: m.details.engine, value: transcript.engine },
    { label: m.details.quality, value: m.details.qualities[transcript.quality] },
    { label: m.record.language, value: transcript.language ?? m.none },
    { label: `${m.details.turns}, ${m.details.words}`, value: `${transcript.turns}, ${transcript.words}` },
  ];
}
