import jsxA11y from 'eslint-plugin-jsx-a11y';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';
import { featureBoundaries } from './lint/feature-boundaries.js';

const NO_EVAL = 'The content security policy forbids it, and it would fail in the browser.';

export default tseslint.config(
  { ignores: ['dist/', 'target/', 'node_modules/', 'src/api/schema.d.ts'] },
  ...tseslint.configs.recommended,
  {
    files: ['src/**/*.{ts,tsx}', 'lint/**/*.ts'],
    languageOptions: { globals: globals.browser },
    plugins: {
      'jsx-a11y': jsxA11y,
      'react-hooks': reactHooks,
      aftercall: { rules: { 'feature-boundaries': featureBoundaries } },
    },
    rules: {
      ...jsxA11y.flatConfigs.recommended.rules,
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      'aftercall/feature-boundaries': 'error',
      '@typescript-eslint/no-unused-vars': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name="dangerouslySetInnerHTML"]',
          message: `Render text as text. Transcripts are what strangers said.`,
        },
        { selector: 'CallExpression[callee.name="eval"]', message: NO_EVAL },
      ],
    },
  },
  {
    // Listeners, timers and observers belong to a Scope, so that one call ends them all.
    files: ['src/features/player/**/*.ts', 'src/shared/playback/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'CallExpression[callee.property.name="addEventListener"], CallExpression[callee.name=/^(setTimeout|setInterval|requestAnimationFrame)$/]',
          message: 'Use the Scope (src/shared/scope.ts): listen, after, every, frame. It is disposed with one call.',
        },
      ],
    },
  },
  {
    files: ['dev/**/*.mjs', 'e2e/**/*.mjs', 'scripts/**/*.mjs', 'lint/**/*.js', '*.{js,ts}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
);
