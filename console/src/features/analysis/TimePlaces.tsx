import { useRef } from 'react';

interface Props {
  text: string;
  /** What a click does. */
  label: string;
  millis: readonly number[];
  onGo: (millis: number) => void;
}

/** A figure that goes to its places in the audio; where there are several, each click goes to the next. */
export function TimePlaces({ text, label, millis, onGo }: Props) {
  const next = useRef(0);
  if (millis.length === 0) return text;
  return (
    <button
      type="button"
      className="jump"
      title={label}
      aria-label={`${text}. ${label}`}
      onClick={() => onGo(millis[next.current++ % millis.length] as number)}
    >
      {text}
    </button>
  );
}
