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
/** Parts of a change below this many points are rounding. */
const DUST = 1e-9;
/** Vendors named in a sentence. */
const MOST_NAMED = 8;

/** The whole report; ends with a line feed. */
export function impactMarkdown(report: ImpactReport, language: Language): string {
  const told = report.changed.filter(visible);
  return [
    ...head(report, language),
    ...notices(report, language),
    ...verdict(report, language),
    ...figures(report, told.length, language),
    ...vendorTable(impactLabels[language].changes, told.filter(stands), language),
    ...scoresOnly(told.filter((v) => !stands(v)), language),
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

/** Whether its places, group or status change, and not its score alone. */
function stands({ from, to }: ImpactVendor): boolean {
  return from.status !== to.status || from.rank?.low !== to.rank?.low || from.rank?.high !== to.rank?.high || from.rank?.group !== to.rank?.group;
}

/** What an editor wants to know first, in sentences: the first group, who changes groups, and whether one side alone did it. */
function verdict({ changed }: ImpactReport, language: Language): string[] {
  if (changed.length === 0) return [];
  const t = impactLabels[language];
  const names = (vendors: readonly ImpactVendor[], more: (v: ImpactVendor) => string = () => ''): string =>
    `${vendors.slice(0, MOST_NAMED).map((v) => `${vendorName(v, language)}${more(v)}`).join(t.nameComma)}${vendors.length > MOST_NAMED ? t.andMore(number(vendors.length - MOST_NAMED)) : ''}`;
  const first = (rank: ImpactStanding['rank']): boolean => rank?.group === 1;
  const [enter, leave] = [changed.filter((v) => first(v.to.rank) && !first(v.from.rank)), changed.filter((v) => first(v.from.rank) && !first(v.to.rank))];
  const others = changed.filter((v) => v.from.rank?.group !== v.to.rank?.group && !first(v.from.rank) && !first(v.to.rank));
  const part = (of: 'method' | 'data'): boolean => changed.some((v) => Math.abs(v[of]?.points ?? 0) >= DUST);
  const lines = [
    ...(enter.length + leave.length === 0 ? [t.firstSame] : []),
    ...(enter.length === 0 ? [] : [t.firstEnter(names(enter))]),
    ...(leave.length === 0 ? [] : [t.firstLeave(names(leave))]),
    ...(others.length === 0 ? [] : [t.otherGroups(names(others, (v) => ` ${groupText(v.from, language)}→${groupText(v.to, language)}`))]),
    ...(part('method') === part('data') ? [] : [part('method') ? t.allMethod : t.allData]),
  ];
  return ['', lines.join(t.sentenceGap)];
}

/** Vendors whose score alone changes, folded away. */
function scoresOnly(vendors: readonly ImpactVendor[], language: Language): string[] {
  if (vendors.length === 0) return [];
  const [, ...table] = vendorTable('', vendors, language).slice(2);
  return ['', `<details><summary>${impactLabels[language].scoresOnly(number(vendors.length))}</summary>`, '', ...table, '', '</details>'];
}

function head({ base, head: is }: ImpactReport, language: Language): string[] {
  const t = impactLabels[language];
  return [`## ${t.title}`, '', t.sides(sideText(base, language), sideText(is, language))];
}

function figures(report: ImpactReport, told: number, language: Language): string[] {
  const t = impactLabels[language];
  const { tau, compared, crossed } = report.order;
  const row = (name: string, value: string): string => `- ${t.figure(`**${name}**`, value)}`;
  return [
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

function vendorTable(title: string, told: readonly ImpactVendor[], language: Language): string[] {
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
      stands(v) && Math.abs(v.points ?? 0) < VISIBLE ? t.byOthers : [causesText(t.byMethodShort, v.method, language), causesText(t.byDataShort, v.data, language)].filter((s) => s !== '').join('<br>'),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    '',
    `### ${title}`,
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
    ...settings.slice(0, MOST_ROWS).map((s) => `| ${s.name === undefined ? '' : `${t.weightOf(escapeMarkdown(s.name[language]))} `}${codeMarkdown(s.path)} | ${value(s.from)} | ${value(s.to)} |`),
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
