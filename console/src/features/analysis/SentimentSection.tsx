import type { Analysis, SentimentAnalysis, SentimentLabel, SentimentScores, Turn } from '@/api/types';
import { m } from '@/shared/messages';
import { SentimentMark, SentimentShape } from '@/shared/SentimentMark';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import { useMemo, useState } from 'react';
import { quarterPoints, turnPoints } from './chart';
import { Dot, SentimentChart, type Line, type Speaker } from './SentimentChart';
import { balance, signed } from './scores';

interface Props {
  analysis: Record<Speaker, Analysis>;
  turns: readonly Turn[];
  durationMillis: number;
  onTurn: (turn: number) => void;
}

type Row = [speaker: Speaker, sentiment: SentimentAnalysis];

/** Customer and agent; the whole where nobody can tell them apart. */
function rowsOf(analysis: Record<Speaker, Analysis>): Row[] {
  const rows = (['customer', 'agent', 'whole'] as const).flatMap((speaker): Row[] => {
    const sentiment = analysis[speaker].sentiment;
    return sentiment?.overall ? [[speaker, sentiment]] : [];
  });
  return rows.length > 1 ? rows.filter(([speaker]) => speaker !== 'whole') : rows;
}

export function SentimentSection({ analysis, turns, durationMillis, onTurn }: Props) {
  const [by, setBy] = useState<'quarter' | 'turn'>('quarter');
  const rows = useMemo(() => rowsOf(analysis), [analysis]);
  const lines = useMemo(
    () =>
      rows.map(
        ([speaker, sentiment]): Line => ({
          speaker,
          points: by === 'quarter' ? quarterPoints(sentiment.quarters) : turnPoints(sentiment, turns, durationMillis),
        }),
      ),
    [rows, by, turns, durationMillis],
  );
  if (rows.length === 0) return <p className="quiet">{m.analysis.nobodySpeaks}</p>;
  return (
    <>
      <div className="chart-head">
        <Legend speakers={rows.map(([speaker]) => speaker)} />
        <SegmentedControl
          label={m.analysis.sentiment}
          selectedId={by}
          options={(['quarter', 'turn'] as const).map((id) => ({ id, text: m.analysis.by[id] }))}
          onChange={({ detail }) => setBy(detail.selectedId === 'turn' ? 'turn' : 'quarter')}
        />
      </div>
      <SentimentChart lines={lines} durationMillis={durationMillis} byTurn={by === 'turn'} onTurn={onTurn} />
      <Table rows={rows} />
    </>
  );
}

function Legend({ speakers }: { speakers: readonly Speaker[] }) {
  return (
    <span className="chart-legend">
      {speakers.map((speaker) => (
        <span key={speaker}>
          <svg width="30" height="12" aria-hidden="true" className={`chart-side chart-${speaker}`}>
            <path d="M0 6H30" />
            <Dot speaker={speaker} x={15} y={6} />
          </svg>{' '}
          {m.analysis.sides[speaker]}
        </span>
      ))}
    </span>
  );
}

function Table({ rows }: { rows: readonly Row[] }) {
  return (
    <table className="findings sentiment-table">
      <thead>
        <tr>
          <th scope="col">{m.analysis.side}</th>
          <th scope="col">{m.analysis.overall}</th>
          {[1, 2, 3, 4].map((n) => (
            <th key={n} scope="col" title={m.analysis.balance}>
              <abbr title={m.analysis.quarter(n)}>{m.analysis.quarterShort(n)}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([speaker, { overall, quarters }]) => (
          <tr key={speaker}>
            <th scope="row">{m.analysis.sides[speaker]}</th>
            <td>{overall && <Overall scores={overall} />}</td>
            {quarters.map((scores, index) => (
              <td key={index} className="digits nowrap">
                {scores ? (
                  <>
                    <SentimentShape label={scores.label} title={m.sentiments[scores.label]} /> {signed(balance(scores))}
                  </>
                ) : (
                  <span title={m.analysis.quarterSilent}>{m.none}</span>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const ORDER: readonly [keyof Omit<SentimentScores, 'label'>, SentimentLabel][] = [
  ['positive', 'POSITIVE'],
  ['neutral', 'NEUTRAL'],
  ['mixed', 'MIXED'],
  ['negative', 'NEGATIVE'],
];

/** The label, and how the scores share the bar. */
function Overall({ scores }: { scores: SentimentScores }) {
  const said = ORDER.map(([key, label]) => `${m.sentiments[label]} ${scores[key].toFixed(2)}`).join(', ');
  return (
    <span title={said}>
      <SentimentMark label={scores.label} />
      <span className="score-bar" role="img" aria-label={said}>
        {ORDER.map(([key, label]) => (
          <span key={key} className={`score-fill sentiment-bg-${label}`} style={{ width: `${scores[key] * 100}%` }} />
        ))}
      </span>
    </span>
  );
}
