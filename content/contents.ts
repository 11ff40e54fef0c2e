/**
 * The one ordered list of the book. Navigation, previous/next, the sitemap and
 * the home page follow it. A chapter's title and question stand in its front
 * matter, in content/<part>/<chapter>.mdx.
 */
export const PARTS = [
  {
    slug: 'history',
    title: 'History',
    lead: 'How training once and reusing everywhere came to be the normal way to work.',
    chapters: ['vision-backbones'],
  },
] as const;
