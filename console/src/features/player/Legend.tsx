import { m } from '@/shared/messages';
import { SentimentShape } from '@/shared/SentimentMark';
import Popover from '@cloudscape-design/components/popover';

/** What the signs on the lanes mean. */
export function Legend() {
  return (
    <Popover triggerType="text" size="medium" position="bottom" header={m.player.legend} dismissAriaLabel={m.close} content={<Signs />}>
      {m.player.legend}
    </Popover>
  );
}

function Signs() {
  const signs = [
    ['silence', m.player.legendSilence],
    ['hold', m.player.legendHold],
    ['interruption', m.player.legendInterruption],
    ['hit', m.player.legendHit],
    ['comment', m.player.legendComment],
    ['loop', m.player.legendLoop],
  ] as const;
  return (
    <ul className="legend">
      {(['POSITIVE', 'NEUTRAL', 'MIXED', 'NEGATIVE'] as const).map((label) => (
        <li key={label}>
          <span className="legend-sign">
            <SentimentShape label={label} />
          </span>
          {m.sentiments[label]}
        </li>
      ))}
      {signs.map(([sign, text]) => (
        <li key={sign}>
          <span className="legend-sign">
            <span className={`legend-${sign}`} aria-hidden="true" />
          </span>
          {text}
        </li>
      ))}
    </ul>
  );
}
