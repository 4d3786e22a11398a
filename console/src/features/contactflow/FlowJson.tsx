import { save } from '@/shared/download';
import { m } from '@/shared/messages';
import Button from '@cloudscape-design/components/button';
import Checkbox from '@cloudscape-design/components/checkbox';
import Container from '@cloudscape-design/components/container';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { actionsFor, flowFor, NEXT } from './flow';

const names = m.contactFlow;

/** The attributes as flow language: a flow to import, or the actions for one that is kept as code. */
export function FlowJson({ attributes }: { attributes: readonly [string, string][] }) {
  const [form, setForm] = useState('whole');
  const [withRecording, setWithRecording] = useState(false);
  const content = form === 'whole' ? flowFor(attributes, withRecording) : actionsFor(attributes, withRecording, NEXT);
  const json = JSON.stringify(content, null, 2);
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" description={names.flowHow}>
          {names.flow}
        </Header>
      }
    >
      <SpaceBetween size="s">
        <SegmentedControl
          label={names.form}
          selectedId={form}
          options={[
            { id: 'whole', text: names.whole },
            { id: 'actions', text: names.actions },
          ]}
          onChange={({ detail }) => setForm(detail.selectedId)}
        />
        <Checkbox checked={withRecording} onChange={({ detail }) => setWithRecording(detail.checked)}>
          {names.withRecording}
        </Checkbox>
        <SpaceBetween direction="horizontal" size="xs">
          <CopyToClipboard
            copyButtonText={names.copyJson}
            textToCopy={json}
            copySuccessText={names.copied}
            copyErrorText={names.copyFailed}
          />
          <Button
            iconName="download"
            onClick={() => save(new Blob([json], { type: 'application/json' }), names.fileName)}
          >
            {names.download}
          </Button>
        </SpaceBetween>
        {/* It scrolls, so the keyboard must reach it. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className="raw flow-json" tabIndex={0} role="region" aria-label={names.flowJson}>
          {json}
        </pre>
      </SpaceBetween>
    </Container>
  );
}
