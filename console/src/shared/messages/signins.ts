/** Lists of sign-ins, one's own or everybody's. */
export const signIns = {
  table: 'Sign-ins',
  who: 'Who',
  began: 'Began',
  lastUsed: 'Last used',
  ends: 'Ends',
  from: 'From',
  unknown: 'Unknown',
  here: 'This browser',
  byProvider: (provider: string) => `by ${provider}`,
  token: 'API token',
  end: 'End',
  endOf: (name: string, at: string) => `End the sign-in of ${name} from ${at}`,
  endOthers: 'End all others',
  endAll: 'End all',
  ended: (n: number) => (n === 1 ? 'The sign-in has ended, and the links made in it.' : `${n} sign-ins have ended, and the links made in them.`),
  none: 'Nobody is signed in.',
  noneOfThis: 'Not signed in anywhere.',
  /** What a browser calls itself, in short. */
  browser: (name: string, system: string) => `${name} on ${system}`,
};
