import { m } from '@/shared/messages';
import { attributesFor, EVERYTHING_WANTED } from '@/shared/requests';
import { clock } from '@/shared/time';
import { WantedFields } from '@/shared/WantedFields';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState, type ReactNode } from 'react';
import { Arrivals } from './Arrivals';
import { AttributeTable } from './AttributeTable';
import { FlowJson } from './FlowJson';
import { useCountdown } from './useCountdown';

const LIVE_AFTER_MILLIS = 120_000;

export function ContactFlowPage({ help }: { help: ReactNode }) {
  const [wanted, setWanted] = useState(EVERYTHING_WANTED);
  const attributes = attributesFor(wanted);
  return (
    <div className="page contact-flow">
      <Header variant="h1" description={m.contactFlow.intro} actions={<span className="page-help">{help}</span>}>
        {m.contactFlow.title}
      </Header>
      <div className="contact-flow-top">
        <Container fitHeight header={<Header variant="h2">{m.contactFlow.wanted}</Header>}>
          <WantedFields wanted={wanted} recordingChoice contactLensChoice onChange={setWanted} />
        </Container>
        <Container
          fitHeight
          header={
            <Header variant="h2" description={m.contactFlow.blockHow}>
              {m.contactFlow.block}
            </Header>
          }
        >
          <AttributeTable attributes={attributes} />
        </Container>
      </div>
      <div className="contact-flow-halves">
        <Steps />
        <FlowJson attributes={attributes} />
      </div>
      <Arrivals />
      <Container header={<Header variant="h2">{m.contactFlow.mistakes}</Header>}>
        {m.contactFlow.mistakesList.map(({ title, text }) => (
          <ExpandableSection key={title} headerText={title} headingTagOverride="h3">
            {text}
          </ExpandableSection>
        ))}
      </Container>
    </div>
  );
}

const PUBLISHED = m.contactFlow.stepsList.length - 2;

function Steps() {
  return (
    <Container fitHeight header={<Header variant="h2">{m.contactFlow.steps}</Header>}>
      <ol className="flow-steps">
        {m.contactFlow.stepsList.map(({ title, text }, index) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            {index === PUBLISHED && <Wait />}
          </li>
        ))}
      </ol>
    </Container>
  );
}

/** Counts the two minutes down that a published flow takes. */
function Wait() {
  const { leftMillis, start } = useCountdown(LIVE_AFTER_MILLIS);
  return (
    <SpaceBetween direction="horizontal" size="s" alignItems="center">
      <Button onClick={start}>{leftMillis === null ? m.contactFlow.startWait : m.contactFlow.restartWait}</Button>
      {leftMillis !== null && leftMillis > 0 && (
        <span className="digits" role="timer">
          {m.contactFlow.waitLeft(clock(leftMillis + 999))}
        </span>
      )}
      <span role="status">{leftMillis === 0 && <Box variant="strong">{m.contactFlow.waitOver}</Box>}</span>
    </SpaceBetween>
  );
}
