/** `robots.txt` and `.well-known/security.txt`. */
import type { Dataset } from '../../schema/dataset.ts';
import { dateOfDay, daysSinceEpoch } from '../../score/days.ts';
import { absolute } from './addresses.ts';

/**
 * Everything may be fetched, also while the data are samples: a robot that may not fetch a page cannot read its `noindex`.
 */
export function robots({ site }: Dataset): string {
  return `User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, '/sitemap.xml')}\n`;
}

/** Days that security.txt stays valid; RFC 9116 recommends less than a year. */
const VALID_DAYS = 360;

/** Whom to tell about a fault in security (RFC 9116); undefined when the site names nobody. */
export function securityTxt({ site, release }: Dataset): string | undefined {
  if (site.contact === undefined) return undefined;
  const expires = `${dateOfDay(daysSinceEpoch(release.asOf) + VALID_DAYS)}T00:00:00Z`;
  return [
    `Contact: mailto:${site.contact}`,
    `Expires: ${expires}`,
    'Preferred-Languages: zh, en',
    `Canonical: ${absolute(site, '/.well-known/security.txt')}`,
    '',
  ].join('\n');
}
