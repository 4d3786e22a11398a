import type { ReactNode } from 'react';

// 16 × 16, drawn with the current text colour as Cloudscape's own icons are.

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
      {children}
    </svg>
  );
}

const ten = (
  <text x="8" y="11.6" textAnchor="middle" fontSize="6.4" fontWeight="700" fill="currentColor" stroke="none">
    10
  </text>
);

export const BackIcon = () => (
  <Icon>
    <path d="M3.2 4.6A6.2 6.2 0 1 1 1.9 9" />
    <path d="M3 1.4v3.4h3.4" />
    {ten}
  </Icon>
);

export const ForwardIcon = () => (
  <Icon>
    <path d="M12.8 4.6A6.2 6.2 0 1 0 14.1 9" />
    <path d="M13 1.4v3.4H9.6" />
    {ten}
  </Icon>
);

export const PreviousTurnIcon = () => (
  <Icon>
    <path d="M3 3v10" />
    <path d="M13 3.5 6.5 8l6.5 4.5z" />
  </Icon>
);

export const NextTurnIcon = () => (
  <Icon>
    <path d="M13 3v10" />
    <path d="M3 3.5 9.500 8 3 12.500z" />
  </Icon>
);

export const LinkIcon = () => (
  <Icon>
    <path d="M6.600 9.400l2.800-2.800" />
    <path d="M7.200 4.800 9 3a2.800 2.800 0 0 1 4 4l-1.800 1.800" />
    <path d="M8.800 11.200 7 13a2.800 2.800 0 0 1-4-4l1.800-1.800" />
  </Icon>
);

export const SwapIcon = () => (
  <Icon>
    <path d="M5 13V3M2.500 5.500 5 3l2.500 2.500M11 3v10M8.500 10.500 11 13l2.500-2.500" />
  </Icon>
);
