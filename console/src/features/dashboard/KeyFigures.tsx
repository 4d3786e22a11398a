import type { Tally } from '@/api/types';
import { contactsPath, type ContactFilters } from '@/shared/contactsPath';
import { m } from '@/shared/messages';
import { SentimentShape } from '@/shared/SentimentMark';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { count, meanDuration, meanShare, percent, share, withSentiment } from './figures';

interface Props {
  total: Tally;
  filters: ContactFilters;
}

/** The totals, each a way to the contacts that it is over. */
export function KeyFigures({ total, filters }: Props) {
  const f = m.dashboard.figures;
  const analysed = withSentiment(total);
  const ofAnalysed = (n: number) => (analysed > 0 ? f.ofAnalysed(percent(share(n, analysed))) : null);
  return (
    <section className="figures" aria-label={f.region}>
      <Figure label={f.contacts} value={count(total.contacts)} more={f.openContacts} to={filters} />
      <Figure
        label={f.negative}
        value={count(total.negative)}
        mark={<SentimentShape label="NEGATIVE" />}
        more={ofAnalysed(total.negative)}
        to={total.negative > 0 ? { ...filters, sentiment: ['NEGATIVE'] } : null}
      />
      <Figure
        label={f.positive}
        value={count(total.positive)}
        mark={<SentimentShape label="POSITIVE" />}
        more={ofAnalysed(total.positive)}
        to={total.positive > 0 ? { ...filters, sentiment: ['POSITIVE'] } : null}
      />
      <Figure label={f.duration} value={meanDuration(total)} more={f.longest} to={{ ...filters, sort: 'duration' }} />
      <Figure label={f.agentTalk} value={meanShare(total.meanAgentTalkShare)} more={f.mostTalk} to={{ ...filters, sort: 'agentTalk' }} />
      <Figure label={f.silence} value={meanShare(total.meanSilenceShare)} more={f.mostTalk} to={{ ...filters, sort: 'silence' }} />
      <Figure
        label={f.failed}
        value={count(total.failed)}
        more={f.ofAll(percent(share(total.failed, total.contacts)))}
        to={total.failed > 0 ? { ...filters, state: ['failed'] } : null}
      />
    </section>
  );
}

interface FigureProps {
  label: string;
  /** Null if no contact has the figure. */
  value: string | null;
  mark?: ReactNode;
  more: string | null;
  /** Null if there is no list to open. */
  to: ContactFilters | null;
}

function Figure({ label, value, mark, more, to }: FigureProps) {
  const content = (
    <>
      <span className="figure-label">{label}</span>
      <span className="figure-value digits">
        {mark} {value ?? m.none}
      </span>
      <span className="figure-more quiet">{value === null ? '' : more}</span>
    </>
  );
  return value === null || to === null ? (
    <div className="figure">{content}</div>
  ) : (
    <Link className="figure" to={contactsPath(to)}>
      {content}
    </Link>
  );
}
