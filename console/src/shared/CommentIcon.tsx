export function CommentIcon() {
  return (
    <svg viewBox="0 0 16 16" width="13" height="13" focusable="false" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinejoin="round">
      <path d="M2 3h12v8H8l-3.500 3v-3H2z" />
    </svg>
  );
}
