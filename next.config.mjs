import { PLACEHOLDER_BASE_PATH } from './scripts/base-path.mjs';
import { labVersions } from './scripts/labs-version.mjs';

// A production build carries a placeholder for its base path; scripts/relocate.ts
// puts the real one in, so one build serves any sub-path (docs/decisions/0002).
const isBuild = process.env.NODE_ENV === 'production';
const basePath = isBuild ? PLACEHOLDER_BASE_PATH : '';

/** @type {import('next').NextConfig} */
export default {
  output: 'export',
  trailingSlash: true,
  basePath,
  env: {
    NEXT_PUBLIC_BASE_PATH: basePath,
    NEXT_PUBLIC_LAB_VERSIONS: JSON.stringify(labVersions()),
  },
  poweredByHeader: false,
  reactStrictMode: true,
  typescript: { tsconfigPath: 'tsconfig.build.json' },
  images: { unoptimized: true },
  serverExternalPackages: ['mdx-bundler', 'esbuild', 'gpt-tokenizer'],
  // A constant id, so that two builds of one commit agree.
  generateBuildId: () => 'warm-start',
  turbopack: {
    root: import.meta.dirname,
    // Chapters come in as text, so that `npm run dev` refreshes them.
    rules: { '*.mdx': { loaders: ['./scripts/text-loader.cjs'], as: '*.js' } },
  },
};
