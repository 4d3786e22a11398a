import type { Analysis, Conversation, RecordPage, StepName } from '@/api/types';
import { WhyEmpty } from '@/shared/Empty';
import { m } from '@/shared/messages';
import { NotAllowed } from '@/shared/NotAllowed';
import { useRights } from '@/shared/rights';
import { why } from '@/shared/why';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { memo, useState, type ReactNode } from 'react';
import { ContactLensSection } from './ContactLensSection';
import { ConversationSection } from './ConversationSection';
import { Entities, KeyPhrases, Languages, type Spoken } from './Findings';
import { SentimentSection } from './SentimentSection';
import { SyntaxSection } from './SyntaxSection';

export type Side = 'customer' | 'agent' | 'whole';
const SIDES: readonly Side[] = ['whole', 'customer', 'agent'];

interface Props extends Spoken {
  page: RecordPage;
  /** Goes to a time in the audio. */
  onGo: (millis: number) => void;
}

export const AnalysisTab = memo(function AnalysisTab({ page, turns, onJump, onGo }: Props) {
  const mayRead = useRights().may('readTranscript');
  const [chosen, setChosen] = useState<Side>('whole');
  const sides = SIDES.filter((side) => side === 'whole' || hasResult(page.analysis[side]));
  const side = sides.includes(chosen) ? chosen : 'whole';
  const analysis = page.analysis[side];
  if (page.transcript == null && !mayRead) return <NotAllowed permission="readTranscript" />;
  if (page.transcript == null) return <WhyEmpty why={why(page, 'transcript')} />;
  return (
    <div className="analysis">
      {page.conversation && hasSides(page.conversation) && (
        <section className="part">
          <h2>{m.analysis.conversation}</h2>
          <ConversationSection conversation={page.conversation} turns={turns} onGo={onGo} />
        </section>
      )}
      {page.contactLens && (
        <section className="part">
          <h2>{m.analysis.lens.title}</h2>
          <ContactLensSection lens={page.contactLens} onGo={onGo} />
        </section>
      )}
      <Part page={page} name="sentiment" title={m.analysis.sentiment} value={page.analysis.whole.sentiment}>
        {() => (
          <SentimentSection
            analysis={page.analysis}
            turns={turns}
            durationMillis={page.recording?.durationMillis ?? turns.at(-1)?.endMillis ?? 0}
            onTurn={(turn) => onJump({ turn, beginOffset: 0, endOffset: turns[turn]?.text.length ?? 0 })}
          />
        )}
      </Part>
      {sides.length > 1 && (
        <div className="side-choice">
          <SegmentedControl
            label={m.analysis.side}
            selectedId={side}
            options={sides.map((id) => ({ id, text: m.analysis.sides[id] }))}
            onChange={({ detail }) => setChosen(detail.selectedId as Side)}
          />
        </div>
      )}
      {mayRead ? (
        <>
          <Part page={page} name="keyPhrases" title={m.analysis.keyPhrases} value={analysis.keyPhrases}>
            {(phrases) => <KeyPhrases {...{ phrases, turns, onJump }} />}
          </Part>
          <Part page={page} name="customEntities" title={m.analysis.entities} value={analysis.customEntities}>
            {(entities) => <Entities {...{ entities, turns, onJump }} />}
          </Part>
        </>
      ) : (
        <section className="part">
          <h2>{m.analysis.keyPhrases}</h2>
          <NotAllowed permission="readTranscript" />
        </section>
      )}
      <Part page={page} name="dominantLanguage" title={m.analysis.languages} value={analysis.dominantLanguage}>
        {(languages) => <Languages languages={languages} />}
      </Part>
      {mayRead && (
        <Part page={page} name="syntax" title={m.analysis.syntax} value={analysis.syntaxTokens}>
          {() => <SyntaxSection contactId={page.contactId} foundAt={stepOf(page, 'syntax')?.endedAt ?? null} {...{ side, turns, onJump }} />}
        </Part>
      )}
    </div>
  );
});

const stepOf = (page: RecordPage, name: StepName) => page.steps.find((step) => step.name === name);

/** One lane of speech has no sides; then there is only the whole. */
function hasResult(analysis: Analysis): boolean {
  return Object.values(analysis).some((part) => part != null);
}

function hasSides({ customer, agent }: Conversation): boolean {
  return customer.turns + agent.turns > 0;
}

interface PartProps<T> {
  page: RecordPage;
  name: StepName;
  title: string;
  value: T | null | undefined;
  children: (value: T) => ReactNode;
}

/** A section with its result, or with the reason why there is none. */
function Part<T>({ page, name, title, value, children }: PartProps<T>) {
  const complete = stepOf(page, name)?.state === 'complete';
  return (
    <section className="part">
      <h2>{title}</h2>
      {value != null ? (
        children(value)
      ) : complete ? (
        <p className="quiet">{m.analysis.silentSide}</p>
      ) : (
        <WhyEmpty why={why(page, name)} />
      )}
    </section>
  );
}
