export const keys = [
  ['space, k', 'Play or pause'],
  ['j, l', '10 seconds back, forward'],
  ['←, →', '5 seconds back, forward'],
  ['[, ]', 'Previous, next turn'],
  ['<, >', 'Slower, faster'],
  ['/', 'Search in the transcript'],
  ['Enter, Shift Enter', 'Next, previous hit (in the search box)'],
  ['?', 'This list'],
] as const;
