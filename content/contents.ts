/**
 * The one ordered list of the book. Navigation, previous/next, the sitemap and
 * the home page follow it. A chapter's title and question stand in its front
 * matter, in content/<part>/<chapter>.mdx.
 */

/** The chapter before all parts: content/introduction.mdx, at /introduction/. */
export const OPENING = 'introduction';

export const PARTS = [
  {
    slug: 'history',
    title: 'History',
    lead: 'How training once and reusing everywhere came to be the normal way to work.',
    chapters: ['roots-of-transfer', 'vision-backbones', 'word-vectors-to-transformers'],
  },
  {
    slug: 'methods',
    title: 'Methods',
    lead: 'What a model is asked to do while it is pre-trained, and what that makes it learn.',
    chapters: ['supervised', 'unsupervised', 'self-supervised-language', 'self-supervised-vision', 'multimodal'],
  },
  {
    slug: 'adaptation',
    title: 'Adaptation',
    lead: 'From somebody else’s checkpoint to your task: change everything, a little, or nothing.',
    chapters: ['feature-extraction-and-fine-tuning', 'parameter-efficient', 'prompting-and-in-context'],
  },
  {
    slug: 'scale',
    title: 'Scale',
    lead: 'What grows with size, what can be foretold, and what it means that so much rests on so few.',
    chapters: ['foundation-models', 'scaling-laws'],
  },
  {
    slug: 'practice',
    title: 'Practice',
    lead: 'What goes wrong, who pays, how to make a model small, where to find one, what it is good for.',
    chapters: ['forgetting-and-domain-shift', 'bias-cost-and-misuse', 'compression', 'model-hubs', 'applications'],
  },
] as const;
