import { m } from '@/shared/messages';
import type { ReactNode } from 'react';

export type TalkSide = 'customer' | 'agent';
export const TALK_SIDES: readonly TalkSide[] = ['customer', 'agent'];

/** A row for each figure, a column for each of the two who talk. */
export function SidesTable({ rows }: { rows: readonly (readonly [label: string, cell: (side: TalkSide) => ReactNode])[] }) {
  return (
    <table className="findings talk-table">
      <thead>
        <tr>
          <td />
          {TALK_SIDES.map((side) => (
            <th key={side} scope="col" className={`talk-${side}`}>{m.analysis.sides[side]}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([label, cell]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {TALK_SIDES.map((side) => (
              <td key={side} className="digits">{cell(side)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
