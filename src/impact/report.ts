/** The report as an editor reads it, from the top: what happens to the groups, what did it, how much of it, and to whom. */
import { impactLabels } from '../i18n/labels/impact.ts';
import { number } from '../i18n/numbers.ts';
import { type ImpactReport, type ImpactSide, type ImpactStanding, type ImpactVendor, SIDES } from '../schema/impact.ts';
import type { EitherLanguage, Language } from '../schema/text.ts';
import {
  groupText,
  partName,
  placesText,
  scoreText,
  standingChanged,
  vendorName,
  visible,
  type Writer,
} from './report-words.ts';
import { vendorLines } from './report-vendors.ts';

/** Rows of settings, files and names. */
const MAX_ROWS = 60;
/** Vendors named in a sentence. */
const MAX_NAMED = 8;

/** All lines of the report. */
export function reportLines(report: ImpactReport, w: Writer, language: Language): string[] {
  const t = impactLabels[language];
  const shown = report.changed.filter(visible);
  const [moving, scoreOnly] = [shown.filter(standingChanged), shown.filter((v) => !standingChanged(v))];
  const blocks: readonly (readonly string[])[] = [
    w.heading(2, t.title),
    [t.sides(sideText(report.base, w, language), sideText(report.head, w, language))],
    ...notices(report, w, language),
    [[...verdict(report, w, language), ...sidesText(report, language)].join(t.sentenceGap)],
    figures(report, shown.length, w, language),
    ...partsTable(report, w, language),
    ...(moving.length === 0 ? [] : [w.heading(3, t.changes), vendorLines('stand', moving, report.parts, w, language)]),
    ...(scoreOnly.length === 0
      ? []
      : [
          w.fold(
            t.scoresOnly(number(scoreOnly.length)),
            vendorLines('scoreOnly', scoreOnly, report.parts, w, language),
          ),
        ]),
    ...settingsTable(report, w, language),
    ...names(report, w, language),
    ...files(report, w, language),
    [t.note],
  ];
  return blocks.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

/** What an editor wants to know first, in sentences: the first group, and who else changes groups. */
function verdict({ changed }: ImpactReport, w: Writer, language: Language): string[] {
  if (changed.length === 0) return [];
  const t = impactLabels[language];
  const list = (vendors: readonly ImpactVendor[], more: (v: ImpactVendor) => string = () => ''): string =>
    `${vendors
      .slice(0, MAX_NAMED)
      .map((v) => `${vendorName(v, w, language)}${more(v)}`)
      .join(t.nameComma)}${vendors.length > MAX_NAMED ? t.andMore(number(vendors.length - MAX_NAMED)) : ''}`;
  const first = (rank: ImpactStanding['rank']): boolean => rank?.group === 1;
  const [enter, leave] = [
    changed.filter((v) => first(v.to.rank) && !first(v.from.rank)),
    changed.filter((v) => first(v.from.rank) && !first(v.to.rank)),
  ];
  const others = changed.filter(
    (v) => v.from.rank?.group !== v.to.rank?.group && !first(v.from.rank) && !first(v.to.rank),
  );
  return [
    ...(enter.length + leave.length === 0 ? [t.firstSame] : []),
    ...(enter.length === 0 ? [] : [t.firstEnter(list(enter))]),
    ...(leave.length === 0 ? [] : [t.firstLeave(list(leave))]),
    ...(others.length === 0
      ? []
      : [
          t.otherGroups(
            list(others, (v) => ` ${groupText(v.from.rank?.group, language)}→${groupText(v.to.rank?.group, language)}`),
          ),
        ]),
  ];
}

/** Which of method, date and data were changed, and how much each moves the scores of those that are ranked; always all three. */
function sidesText({ sides, base, head }: ImpactReport, language: Language): string[] {
  const t = impactLabels[language];
  return SIDES.map((name) => {
    const { changed, mean, most, groups } = sides[name];
    const what = name === 'date' && changed ? t.sideDate(base.asOf, head.asOf) : t.sideNames[name];
    // Old answers may count otherwise though no file was changed, where something else is asked.
    if (!changed && mean === 0) return t.sideSame(what);
    const much = mean > 0 && mean < 0.005 ? t.sideLittle : t.sideMuch(mean.toFixed(2), most.toFixed(2));
    return t.sideMoves(what, mean === 0 ? t.sideNothing : much, groups === 0 ? '' : t.sideGroups(number(groups)));
  });
}

function sideText(
  { label, commit, asOf, methodology, vendors, ranked }: ImpactSide,
  w: Writer,
  language: Language,
): string {
  const t = impactLabels[language];
  const name = label === '' ? t.workingTree : w.foreign(label);
  return t.side(
    commit === undefined ? name : `${name} ${w.code(commit.slice(0, 12))}`,
    asOf,
    methodology,
    number(vendors),
    number(ranked),
  );
}

function notices(
  { publishedChanged, codeDiffers, code, changed, entered, left }: ImpactReport,
  w: Writer,
  language: Language,
): string[][] {
  const t = impactLabels[language];
  return [
    ...(publishedChanged.length === 0 ? [] : [[w.strong(t.publishedChanged(publishedChanged.join(', ')))]]),
    ...(codeDiffers
      ? [
          [
            code === undefined
              ? t.codeDiffers
              : t.codeEffect(number(code.scores), number(code.most, 2), number(code.groups)),
          ],
        ]
      : []),
    ...(changed.length + entered.length + left.length === 0 ? [[t.nothing]] : []),
  ];
}

function figures(report: ImpactReport, shown: number, w: Writer, language: Language): string[] {
  const t = impactLabels[language];
  const { tau, compared, crossed } = report.order;
  return w.list(
    [
      [t.tau, tau === undefined ? t.tauNone : t.tauOf(number(tau, 3), number(compared))],
      [t.crossed, t.vendors(number(crossed))],
      [t.moved, t.movedOf(number(shown), number(report.changed.length - shown), number(report.unchanged))],
      [t.entered, t.vendors(number(report.entered.length))],
      [t.left, t.vendors(number(report.left.length))],
    ].map(([name = '', value = '']) => ({ text: t.figure(w.strong(name), value) })),
  );
}

/** How much each part of the change does to all. */
function partsTable({ parts, sides, order }: ImpactReport, w: Writer, language: Language): string[][] {
  const t = impactLabels[language];
  const shown = parts.filter((p) => p.kind !== 'data' || sides.data.changed || p.mean > 0 || p.groups > 0);
  if (shown.length === 0) return [];
  const rows = shown.map((p) => [
    partName(p, w, language),
    t.pointsOf(p.mean.toFixed(2)),
    t.pointsOf(p.most.toFixed(2)),
    t.vendors(number(p.groups)),
  ]);
  return [
    w.heading(3, t.partsTitle),
    [
      ...w.table([t.part, t.partMean(number(order.compared)), t.partMost, t.partGroups], rows),
      ...(shown.length > 1 ? ['', t.partsNote] : []),
    ],
  ];
}

function settingsTable({ settings }: ImpactReport, w: Writer, language: Language): string[][] {
  if (settings.length === 0) return [];
  const t = impactLabels[language];
  const value = (s: string | undefined): string => (s === undefined ? t.absent : w.foreign(s));
  const rows = settings.slice(0, MAX_ROWS).map((s) => {
    const called =
      s.name === undefined
        ? s.meaning === undefined
          ? ''
          : w.foreign(s.meaning[language])
        : t.weightOf(w.foreign(s.name[language]));
    return [`${called}${called === '' ? '' : ' '}${w.code(s.path)}`, value(s.from), value(s.to)];
  });
  const more = settings.length > MAX_ROWS ? ['', t.moreRows(number(settings.length - MAX_ROWS))] : [];
  return [w.heading(3, t.settings), [...w.table([t.setting, t.was, t.is], rows), ...more]];
}

/** Vendors that are new or gone. */
function names({ entered, left }: ImpactReport, w: Writer, language: Language): string[][] {
  const t = impactLabels[language];
  const list = (
    title: string,
    vendors: readonly { slug: string; name: EitherLanguage; standing: ImpactStanding }[],
  ): string[][] => {
    if (vendors.length === 0) return [];
    const items = vendors.slice(0, MAX_ROWS).map((v) => ({
      text: t.figure(
        vendorName(v, w, language),
        `${scoreText(v.standing, language)}${t.detailComma}${t.places} ${placesText(v.standing, language)}`,
      ),
    }));
    return [
      w.heading(3, title),
      [...w.list(items), ...(vendors.length > MAX_ROWS ? ['', t.more(number(vendors.length - MAX_ROWS))] : [])],
    ];
  };
  return [
    ...list(
      t.entered,
      entered.map((v) => ({ ...v, standing: v.to })),
    ),
    ...list(
      t.left,
      left.map((v) => ({ ...v, standing: v.from })),
    ),
  ];
}

function files({ files: changed }: ImpactReport, w: Writer, language: Language): string[][] {
  if (changed.length === 0) return [];
  const t = impactLabels[language];
  const more = changed.length > MAX_ROWS ? ['', t.moreRows(number(changed.length - MAX_ROWS))] : [];
  return [
    w.fold(t.files(number(changed.length)), [
      ...w.list(changed.slice(0, MAX_ROWS).map((f) => ({ text: `${t.fileChanges[f.change]} ${w.code(f.path)}` }))),
      ...more,
    ]),
  ];
}
