export const login = {
  title: 'Sign in to Aftercall',
  token: 'Access token',
  submit: 'Sign in',
  working: 'Signing in …',
  how: 'No token yet? On the machine where Aftercall runs:',
  command: './aftercall token create my-browser',
  empty: 'Paste a token first.',
  wrongToken: 'The server does not know this token. It may have been revoked, or a character is missing.',
  wrongCode: 'This sign-in link has been used, or is older than ten minutes. Ask for a new one, or paste a token.',
  ended: 'You are not signed in, or your session has ended. Sign in to go on where you were.',
};
