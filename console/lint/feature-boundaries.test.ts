import { Linter } from 'eslint';
import { expect, test } from 'vitest';
// @ts-expect-error plain JavaScript, read by ESLint itself
import { featureBoundaries } from './feature-boundaries.js';

function complaints(filename: string, code: string): string[] {
  const linter = new Linter({ configType: 'flat', cwd: '/console' });
  return linter
    .verify(
      code,
      {
        files: ['**/*.ts'],
        plugins: { aftercall: { rules: { boundaries: featureBoundaries } } },
        rules: { 'aftercall/boundaries': 'error' },
      },
      filename,
    )
    .map((message) => message.messageId ?? message.message);
}

const IN_PLAYER = '/console/src/features/player/Player.ts';

test('a feature may not import another feature, by alias or by path', () => {
  expect(complaints(IN_PLAYER, "import { a } from '@/features/transcript/turns';")).toEqual(['feature']);
  expect(complaints(IN_PLAYER, "import { a } from '../transcript/turns';")).toEqual(['feature']);
  expect(complaints(IN_PLAYER, "export * from '../transcript/turns';")).toEqual(['feature']);
  expect(complaints(IN_PLAYER, "const a = import('../transcript/turns');")).toEqual(['feature']);
});

test('a feature may import itself, shared code and packages', () => {
  expect(complaints(IN_PLAYER, "import { a } from './lanes'; import { b } from '@/shared/time'; import 'react';")).toEqual(
    [],
  );
});

test('shared code may not import a feature, and a feature may not import the app', () => {
  expect(complaints('/console/src/shared/time.ts', "import { a } from '@/features/player/lanes';")).toEqual(['layer']);
  expect(complaints(IN_PLAYER, "import { a } from '@/app/App';")).toEqual(['layer']);
});

test('the app may put features together', () => {
  expect(complaints('/console/src/app/App.ts', "import { a } from '@/features/player/lanes';")).toEqual([]);
});
