export const timeline = {
  began: 'Began',
  ended: 'Ended',
  took: 'Took',
  attempts: 'Attempts',
  progress: (what: string) => `Progress of ${what}`,
  next: 'Next',
  code: 'Code',
  runAgain: 'Run again from here',
  runAgainLabel: (what: string) => `Run again from here: ${what}`,
  runAgainHint: 'Later steps are run again too.',
  toPublication: 'All that waits or was given up',
  started: (what: string) => `Running again from ${what}.`,
  requested: 'What was requested',
  decisions: { do: 'Do', notRequested: 'Not requested', switchedOff: 'Switched off', refused: 'Refused' },
  notes: 'Not understood in the request',
  deliveries: (redelivered: number, outdated: number) =>
    `The record came ${redelivered + 1} times; ${outdated} older ${outdated === 1 ? 'version was' : 'versions were'} ignored.`,
};
