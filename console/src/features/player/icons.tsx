import type { ReactNode } from 'react';

// 16 × 16, drawn with the current text colour as Cloudscape's own icons are.

function Icon({ children }: { children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" focusable="false" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round">
      {children}
    </svg>
  );
}

function Seconds({ count }: { count: number }) {
  return (
    <text x="8" y="11.6" textAnchor="middle" fontSize="6.4" fontWeight="700" fill="currentColor" stroke="none">
      {count}
    </text>
  );
}

export const BackIcon = ({ seconds }: { seconds: number }) => (
  <Icon>
    <path d="M3.2 4.6A6.2 6.2 0 1 1 1.9 9" />
    <path d="M3 1.4v3.4h3.4" />
    <Seconds count={seconds} />
  </Icon>
);

export const ForwardIcon = ({ seconds }: { seconds: number }) => (
  <Icon>
    <path d="M12.8 4.6A6.2 6.2 0 1 0 14.1 9" />
    <path d="M13 1.4v3.4H9.6" />
    <Seconds count={seconds} />
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

/** A head, and on to the next. */
export const NextCustomerIcon = () => (
  <Icon>
    <circle cx="5" cy="5" r="2.600" />
    <path d="M1 13.500c0-2.700 1.800-4.200 4-4.200s4 1.500 4 4.200M11.500 5 14.500 8l-3 3" />
  </Icon>
);

export const ZoomInIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="5" />
    <path d="m10.800 10.800 3.700 3.700M4.800 7h4.400M7 4.800v4.400" />
  </Icon>
);

export const ZoomOutIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="5" />
    <path d="m10.800 10.800 3.700 3.700M4.800 7h4.400" />
  </Icon>
);

export const FitIcon = () => (
  <Icon>
    <path d="M1.500 3v10M14.500 3v10M4 8h8M6 5.800 3.800 8 6 10.200M10 5.800 12.200 8 10 10.200" />
  </Icon>
);

export const CommentIcon = () => (
  <Icon>
    <path d="M2 2.500h12v8.500H8l-3.500 3V11H2z" fill="currentColor" />
  </Icon>
);
