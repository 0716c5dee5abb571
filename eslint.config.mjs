import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
  { ignores: ['dist/', '.astro/', '.hengping/', 'node_modules/', 'data/', 'content/'] },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    rules: {
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-restricted-properties': [
        'error',
        { property: 'localeCompare', message: 'Sort by code units: locales differ.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    // The pure rooms: "today" is an argument and chance is a seed.
    files: ['src/{schema,validate,score,verify,impact,views,sample}/**/*.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: "MemberExpression[object.name='Math'][property.name='random']", message: 'Chance is a seed here.' },
        {
          selector: "MemberExpression[object.name='Date'][property.name='now']",
          message: 'Today is the argument asOf.',
        },
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: 'Today is the argument asOf.' },
        { selector: "MemberExpression[object.name='process']", message: 'A pure room knows no process.' },
      ],
    },
  },
  {
    // Scripts of the pages: no request without a time limit. The worker's own imports are inside one already.
    files: ['src/client/**/*.{ts,tsx}'],
    ignores: ['src/client/fetch-once.ts', 'src/client/submit/worker.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Use fetch-once.ts: every request has a time limit.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: ":not(CallExpression[callee.name='withinLimit']) > ImportExpression",
          message: 'Wrap it in withinLimit of fetch-once.ts: loading a module is a request.',
        },
      ],
    },
  },
);
