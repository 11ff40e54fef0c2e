import type { MetadataRoute } from 'next';
import { pagePaths } from '@/components/site/pages';
import { href, SITE_URL } from '@/lib/site';

export const dynamic = 'force-static';

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  return (await pagePaths()).map(({ path }) => ({ url: SITE_URL + href(path) }));
}
