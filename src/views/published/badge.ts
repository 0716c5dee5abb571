/** The badge of a vendor: a small SVG that says what the ranking says, by which method, as of when, and no more. */
import { badgeLabels } from '../../i18n/labels/badge.ts';
import { LANGUAGE_TAGS, pathIn } from '../../i18n/language.ts';
import { number } from '../../i18n/numbers.ts';
import type { Dataset } from '../../schema/dataset.ts';
import type { Language } from '../../schema/text.ts';
import type { Rating } from '../../score/types.ts';
import { absolute } from './addresses.ts';
import { element, escapeXml, wrap, xmlDocument } from './xml.ts';
import type { Inputs } from '../market/inputs.ts';
import { standing } from '../market/rank.ts';

/** Words of a badge, and its size in pixels. */
interface Badge {
  site: string;
  standing: string;
  basis: string;
  width: number;
  height: number;
}

const HEIGHT = 44;
const EDGE = 10;
/** Colours by themselves: a badge stands on pages that are not ours, light or dark. */
const COLOURS = {
  plate: '#0b5a70',
  ink: '#ffffff',
  sheet: '#ffffff',
  text: '#16212a',
  soft: '#54626c',
  rule: '#54626c',
} as const;
const FONT = "system-ui, -apple-system, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/** Path of a vendor's badge. */
export function badgePath(slug: string, language: Language): string {
  return pathIn(language, `/badges/${slug}.svg`);
}

/** Every address of a badge and the index of its vendor. The address of a badge keeps working after a renaming. */
export function badges({ vendors, renamed = [] }: Dataset): { slug: string; index: number }[] {
  const own = vendors.map(({ slug }, index) => ({ slug, index }));
  const former = renamed.map(({ from, to }) => ({ slug: from, index: vendors.findIndex((v) => v.slug === to) }));
  return [...own, ...former];
}

/** What the badge of vendor number `v` says. @throws RangeError when there is no such vendor. */
export function badgeOf(inputs: Inputs, v: number, language: Language): Badge {
  const { dataset, market } = inputs;
  const vendor = dataset.vendors[v];
  if (!vendor) throw new RangeError(`no vendor ${v}`);
  const t = badgeLabels[language];
  const site = dataset.site.name[language];
  const said = standingText(
    inputs,
    vendor.status === 'participating' ? market.outline(v).rating : undefined,
    vendor.status,
    language,
  );
  const basis = [
    t.method(dataset.method.version, dataset.release.asOf),
    ...(dataset.site.sampleData ? [t.sample] : []),
  ].join(' · ');
  const width = plateOf(site) + 2 * EDGE + Math.ceil(Math.max(widthOf(said, 14), widthOf(basis, 11)));
  return { site, standing: said, basis, width, height: HEIGHT };
}

function standingText(inputs: Inputs, rating: Rating | undefined, status: string, language: Language): string {
  const t = badgeLabels[language];
  const own = rating && standing(inputs, rating);
  if (own) return t.ranked(number(own.group), number(own.low), number(own.high), number(own.of));
  return status === 'withdrawn' ? t.withdrawn : status === 'listed' ? t.listed : t.unrated;
}

/** Width of a line in pixels: a full em for East Asian characters, about 0.6 for all others. Rather too wide than too narrow. */
function widthOf(text: string, size: number): number {
  let ems = 0;
  for (const character of text) ems += /[\u1100-\uFFEF\u{20000}-\u{3FFFD}]/u.test(character) ? 1 : 0.6;
  return ems * size;
}

/** Width of the coloured part with the site's name, which is bold. */
function plateOf(site: string): number {
  return Math.ceil(1.12 * widthOf(site, 15)) + 2 * EDGE;
}

/** The badge as an SVG document; every text in it is escaped. */
export function badgeSvg({ site, standing: said, basis, width, height }: Badge, language: Language): string {
  const plate = plateOf(site);
  const text = (content: string, x: number, y: number, size: number, fill: string, weight?: string): string =>
    element('text', content, { x: String(x), y: String(y), 'font-size': String(size), fill, 'font-weight': weight });
  const whole = `${site}: ${said}; ${basis}`;
  return xmlDocument(
    wrap(
      'svg',
      [
        element('title', whole),
        wrap('rect', undefined, {
          x: '0.5',
          y: '0.5',
          width: String(width - 1),
          height: String(height - 1),
          rx: '5',
          fill: COLOURS.sheet,
          stroke: COLOURS.rule,
        }),
        wrap('path', undefined, {
          d: `M5.5 0.5H${plate}V${height - 0.5}H5.5a5 5 0 0 1-5-5V5.5a5 5 0 0 1 5-5z`,
          fill: COLOURS.plate,
        }),
        text(site, EDGE, 27, 15, COLOURS.ink, '700'),
        text(said, plate + EDGE, 19, 14, COLOURS.text, '600'),
        text(basis, plate + EDGE, 35, 11, COLOURS.soft),
      ].join(''),
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: String(width),
        height: String(height),
        viewBox: `0 0 ${width} ${height}`,
        role: 'img',
        'xml:lang': LANGUAGE_TAGS[language],
        'font-family': FONT,
      },
    ),
  );
}

/** What a vendor can paste into its own pages: the badge with a link to its page here. */
export function badgeSnippets(
  inputs: Inputs,
  slug: string,
  name: string,
  badge: Badge,
  language: Language,
): { alt: string; html: string; markdown: string } {
  const { site } = inputs.dataset;
  const alt = badgeLabels[language].alt(badge.site, name, badge.standing);
  const page = absolute(site, pathIn(language, `/vendors/${slug}/`));
  const image = absolute(site, badgePath(slug, language));
  return {
    alt,
    html: `<a href="${escapeXml(page)}"><img src="${escapeXml(image)}" alt="${escapeXml(alt)}" width="${badge.width}" height="${badge.height}"></a>`,
    markdown: `[![${escapeMarkdown(alt)}](${image})](${page})`,
  };
}

/** Text that no Markdown reader takes for anything else. */
function escapeMarkdown(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()<>#!|~&]/g, '\\$&');
}
