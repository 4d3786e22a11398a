/** How many of the org's daily API calls are left for Aftercall, when some are kept for others; zero or more. */
export function callsLeft({ used, limit }: { used: number; limit: number }, reservePercent: number): number {
  return Math.max(0, Math.floor((limit * (100 - reservePercent)) / 100) - used);
}
