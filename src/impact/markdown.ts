/** The report as Markdown that an editor reads in a terminal or under a pull request. Whatever comes from files is escaped. */
import { impactLabels } from '../i18n/labels/impact.ts';
import { difference, interval, number, percent } from '../i18n/numbers.ts';
import type { ImpactCause, ImpactPart, ImpactReport, ImpactSide, ImpactStanding, ImpactVendor } from '../schema/impact.ts';
import type { EitherLanguage, Language } from '../schema/text.ts';
import { codeMarkdown, escapeMarkdown } from './escape.ts';

/** Rows that a comment can hold without becoming unreadable. */
const MOST_ROWS = 60;
/** Scores that move less than this, in points, with places and group as before, are only counted. */
const VISIBLE = 0.05;

/** The whole report; ends with a line feed. */
export function impactMarkdown(report: ImpactReport, language: Language): string {
  const told = report.changed.filter(visible);
  return [
    ...head(report, told.length, language),
    ...notices(report, language),
    ...vendorTable(told, language),
    ...settingsTable(report, language),
    ...namesTable(report, language),
    ...files(report, language),
    '',
    impactLabels[language].note,
    '',
  ].join('\n');
}

function visible({ from, to, points }: ImpactVendor): boolean {
  return (
    Math.abs(points ?? 0) >= VISIBLE ||
    from.status !== to.status ||
    (from.score === undefined) !== (to.score === undefined) ||
    from.rank?.low !== to.rank?.low ||
    from.rank?.high !== to.rank?.high ||
    from.rank?.group !== to.rank?.group
  );
}

function head(report: ImpactReport, told: number, language: Language): string[] {
  const t = impactLabels[language];
  const { tau, compared, crossed } = report.order;
  const row = (name: string, value: string): string => `- ${t.figure(`**${name}**`, value)}`;
  return [
    `## ${t.title}`,
    '',
    t.sides(sideText(report.base, language), sideText(report.head, language)),
    '',
    row(t.tau, tau === undefined ? t.tauNone : t.tauOf(number(tau, 3), number(compared))),
    row(t.crossed, t.vendors(number(crossed))),
    row(t.moved, t.movedOf(number(told), number(report.changed.length - told), number(report.unchanged))),
    row(t.entered, t.vendors(number(report.entered.length))),
    row(t.left, t.vendors(number(report.left.length))),
  ];
}

function sideText({ label, commit, asOf, methodology, vendors, ranked }: ImpactSide, language: Language): string {
  const t = impactLabels[language];
  const name = label === '' ? t.workingTree : escapeMarkdown(label);
  return t.side(commit === undefined ? name : `${name} \`${commit.slice(0, 12)}\``, asOf, methodology, number(vendors), number(ranked));
}

function notices({ publishedChanged, codeDiffers, changed, entered, left }: ImpactReport, language: Language): string[] {
  const t = impactLabels[language];
  return [
    ...(publishedChanged.length === 0 ? [] : ['', `**${t.publishedChanged(publishedChanged.join(', '))}**`]),
    ...(codeDiffers ? ['', t.codeDiffers] : []),
    ...(changed.length + entered.length + left.length === 0 ? ['', t.nothing] : []),
  ];
}

function vendorTable(told: readonly ImpactVendor[], language: Language): string[] {
  if (told.length === 0) return [];
  const t = impactLabels[language];
  const rows = told.slice(0, MOST_ROWS).map((v) => {
    const cells = [
      vendorName(v, language),
      arrow(scoreText(v.from, language), scoreText(v.to, language), v.points),
      arrow(placesText(v.from, language), placesText(v.to, language)),
      arrow(groupText(v.from, language), groupText(v.to, language)),
      v.method === undefined ? '' : difference(v.method.points, 2),
      v.data === undefined ? '' : difference(v.data.points, 2),
      [causesText(t.byMethodShort, v.method, language), causesText(t.byDataShort, v.data, language)].filter((s) => s !== '').join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '',
    `### ${t.changes}`,
    '',
    `| ${[t.vendor, t.score, t.places, t.group, t.byMethod, t.byData, t.causes].join(' | ')} |`,
    '| --- | --- | --- | --- | ---: | ---: | --- |',
    ...rows,
    ...(told.length > MOST_ROWS ? ['', t.more(number(told.length - MOST_ROWS))] : []),
  ];
}

function vendorName({ slug, name }: { slug: string; name: EitherLanguage }, language: Language): string {
  return `${escapeMarkdown(name[language] ?? name.zh ?? name.en ?? '')} \`${slug}\``;
}

function arrow(from: string, to: string, points?: number): string {
  const moved = from === to ? from : `${from} → ${to}`;
  return points === undefined ? moved : `${moved} (${difference(points, 2)})`;
}

function scoreText({ status, score }: ImpactStanding, language: Language): string {
  return score === undefined ? impactLabels[language].statuses[status] : score.toFixed(1);
}

function placesText({ rank }: ImpactStanding, language: Language): string {
  return rank === undefined ? impactLabels[language].notRanked : interval(rank.low, rank.high);
}

function groupText({ rank }: ImpactStanding, language: Language): string {
  return rank === undefined ? impactLabels[language].notRanked : number(rank.group);
}

/** The causes of one part; nothing when it moved the score by less than can be seen. */
function causesText(head: string, part: ImpactPart | undefined, language: Language): string {
  if (part === undefined || Math.abs(part.points) < VISIBLE) return '';
  const t = impactLabels[language];
  const told = part.causes.filter((c) => Math.abs(c.points) >= VISIBLE / 10);
  return told.length === 0 ? '' : t.figure(head, told.map((c) => t.cause(escapeMarkdown(c.name[language]), difference(c.points, 2), causeDetail(c, language))).join(t.causeComma));
}

function causeDetail({ weight, score }: ImpactCause, language: Language): string {
  const t = impactLabels[language];
  const [wasWeight, isWeight] = [percent(weight.from, 1), percent(weight.to, 1)];
  const [was, is] = [score.from, score.to].map((s) => (s === undefined ? t.absent : s.toFixed(1))) as [string, string];
  return [...(was === is ? [] : [t.causePoints(was, is)]), ...(wasWeight === isWeight ? [] : [t.causeWeight(wasWeight, isWeight)])].join(t.detailComma);
}

function settingsTable({ settings }: ImpactReport, language: Language): string[] {
  if (settings.length === 0) return [];
  const t = impactLabels[language];
  const value = (s: string | undefined): string => (s === undefined ? t.absent : escapeMarkdown(s));
  return [
    '',
    `### ${t.settings}`,
    '',
    `| ${t.setting} | ${t.was} | ${t.is} |`,
    '| --- | --- | --- |',
    ...settings.slice(0, MOST_ROWS).map((s) => `| ${codeMarkdown(s.path)} | ${value(s.from)} | ${value(s.to)} |`),
  ];
}

/** Vendors that are new or gone. */
function namesTable({ entered, left }: ImpactReport, language: Language): string[] {
  const t = impactLabels[language];
  const list = (title: string, vendors: readonly { slug: string; name: EitherLanguage; standing: ImpactStanding }[]): string[] =>
    vendors.length === 0
      ? []
      : ['', `### ${title}`, '', ...vendors.slice(0, MOST_ROWS).map((v) => `- ${t.figure(vendorName(v, language), `${scoreText(v.standing, language)}${t.detailComma}${t.places} ${placesText(v.standing, language)}`)}`)];
  return [
    ...list(t.entered, entered.map((v) => ({ ...v, standing: v.to }))),
    ...list(t.left, left.map((v) => ({ ...v, standing: v.from }))),
  ];
}

function files({ files: changed }: ImpactReport, language: Language): string[] {
  if (changed.length === 0) return [];
  const t = impactLabels[language];
  return [
    '',
    `<details><summary>${t.files(number(changed.length))}</summary>`,
    '',
    ...changed.slice(0, MOST_ROWS).map((f) => `- ${t.fileChanges[f.change]} ${codeMarkdown(f.path)}`),
    '',
    '</details>',
  ];
}
