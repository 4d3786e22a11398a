import type { SentimentAnalysis, SentimentLabel, SentimentScores } from '@/api/types';
import { m } from '@/shared/messages';
import { SentimentMark, SentimentShape } from '@/shared/SentimentMark';
import { balance, quarterBar, signed } from './scores';

const ORDER: readonly [keyof Omit<SentimentScores, 'label'>, SentimentLabel][] = [
  ['positive', 'POSITIVE'],
  ['neutral', 'NEUTRAL'],
  ['mixed', 'MIXED'],
  ['negative', 'NEGATIVE'],
];

export function SentimentSection({ sentiment }: { sentiment: SentimentAnalysis }) {
  if (!sentiment.overall) return <p className="quiet">{m.analysis.silentSide}</p>;
  return (
    <div className="sentiment">
      <Overall scores={sentiment.overall} />
      <Quarters quarters={sentiment.quarters} />
    </div>
  );
}

function Overall({ scores }: { scores: SentimentScores }) {
  return (
    <div className="sentiment-overall">
      <p className="sentiment-label">
        <SentimentMark label={scores.label} />
      </p>
      <dl className="score-list" aria-label={m.analysis.scores}>
        {ORDER.map(([key, label]) => (
          <div key={key}>
            <dt>{m.sentiments[label]}</dt>
            <dd>
              <span className="score-bar">
                <span className={`score-fill sentiment-bg-${label}`} style={{ width: `${scores[key] * 100}%` }} />
              </span>
              <span className="digits">{scores[key].toFixed(2)}</span>
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const HEIGHT = 64;
const STEP = 56;
const BAR = 28;

/** A bar per quarter about the zero line; the list below says the same in words. */
function Quarters({ quarters }: { quarters: SentimentAnalysis['quarters'] }) {
  return (
    <figure className="quarters" title={m.analysis.balance}>
      <figcaption>{m.analysis.quarters}</figcaption>
      <svg width={STEP * 4} height={HEIGHT} viewBox={`0 0 ${STEP * 4} ${HEIGHT}`} aria-hidden="true">
        <line x1="0" x2={STEP * 4} y1={HEIGHT / 2} y2={HEIGHT / 2} className="quarters-zero" />
        {quarters.map((scores, index) => {
          if (!scores) return null;
          const bar = quarterBar(balance(scores), HEIGHT);
          return (
            <rect
              key={index}
              className={`sentiment-${scores.label}`}
              x={index * STEP + (STEP - BAR) / 2}
              width={BAR}
              rx="2"
              {...bar}
            />
          );
        })}
      </svg>
      <ol className="quarters-words">
        {quarters.map((scores, index) => (
          <li key={index}>
            <span className="visually-hidden">
              {scores
                ? m.analysis.quarterText(index + 1, m.sentiments[scores.label], signed(balance(scores)))
                : `${m.analysis.quarter(index + 1)}: ${m.analysis.quarterSilent}`}
            </span>
            <span aria-hidden="true">
              {scores ? (
                <>
                  <SentimentShape label={scores.label} /> {signed(balance(scores))}
                </>
              ) : (
                m.none
              )}
              <br />
              <span className="quiet">{m.analysis.quarterShort(index + 1)}</span>
            </span>
          </li>
        ))}
      </ol>
    </figure>
  );
}
