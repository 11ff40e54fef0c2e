import tseslint from 'typescript-eslint';
import reactHooks from 'eslint-plugin-react-hooks';

/** Dependencies point one way; each layer may import only what stands before it. */
const LAYERS = ['data', 'lib', 'labs', 'components', 'app'];
const PURE = ['data', 'lib', 'labs', 'content'];

const forbid = (folders, why) => ({
  regex: `^(@/|(\\.\\./)+)(${folders.join('|')})(/|$)`,
  message: why,
});

const noReact = {
  regex: '^(react|react-dom|next|recharts)(/|$)',
  message: 'data, lib, labs and content are pure: no React here.',
};

const layerRules = LAYERS.map((layer, index) => ({
  files: [`${layer}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          ...(index < LAYERS.length - 1
            ? [
                forbid(
                  LAYERS.slice(index + 1),
                  'Dependencies point one way: data → lib → labs → components → app.',
                ),
              ]
            : []),
          ...(layer === 'data' ? [forbid(['content'], 'data imports no content.')] : []),
          ...(PURE.includes(layer) ? [noReact] : []),
        ],
      },
    ],
  },
}));

export default tseslint.config(
  {
    ignores: [
      'node_modules',
      'out',
      '.next',
      '.generated',
      'public',
      'next-env.d.ts',
      'test-results',
    ],
  },
  ...tseslint.configs.recommended,
  reactHooks.configs.flat.recommended,
  ...layerRules.filter((rule) => rule.rules['no-restricted-imports'][1].patterns.length > 0),
  {
    files: ['content/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ regex: '.', message: 'content imports nothing.' }] },
      ],
    },
  },
  {
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['scripts/**', 'tests/**'],
    rules: { 'no-console': 'off', 'no-restricted-imports': 'off' },
  },
  // Playwright's fixtures have a callback named `use`, which is no hook.
  { files: ['tests/e2e/**'], rules: { 'react-hooks/rules-of-hooks': 'off' } },
  { files: ['**/*.cjs'], languageOptions: { globals: { module: 'writable' } } },
);
