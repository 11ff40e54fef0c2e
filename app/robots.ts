import type { MetadataRoute } from 'next';
import { href, SITE_URL } from '@/lib/site';

export const dynamic = 'force-static';

export default function robots(): MetadataRoute.Robots {
  return { rules: { userAgent: '*', allow: '/' }, sitemap: `${SITE_URL}${href('/sitemap.xml')}` };
}
