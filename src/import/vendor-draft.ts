/** A vendor file for a vendor that is not in the tree yet, from the first row that names it. */
import type * as z from 'zod';
import type { Cell } from '../schema/mapping-cell.ts';
import type { VendorTemplate } from '../schema/mapping.ts';
import { vendor } from '../schema/vendor.ts';
import { personalData } from '../validate/personal-data.ts';
import { compileCell } from './cell.ts';
import type { Columns, Make } from './cell.ts';
import type { LeftOut } from './left-out.ts';
import type { Row } from './sheet.ts';
import type { Tools } from './step.ts';

/** Fields of a vendor file as they are written. */
export type VendorDraft = z.input<typeof vendor>;

/** A draft that satisfies the schema, or the reason and the field that does not. */
export type Drafted = { draft: VendorDraft } | { field: string; why: LeftOut };

/** Compiles the template. */
export function compileDraft(template: VendorTemplate, column: Columns, tools: Tools): (row: Row) => Drafted {
  const compiled = (cell: Cell | undefined): Make => (cell === undefined ? () => '' : compileCell(cell, column, tools));
  const cells: [string, Make][] = [
    ['name.zh', compiled(template.name.zh)],
    ['name.en', compiled(template.name.en)],
    ['legalName', compiled(template.legalName)],
    ['creditCode', compiled(template.creditCode)],
    ['website', compiled(template.website)],
    ['about.zh', compiled(template.about?.zh)],
    ['about.en', compiled(template.about?.en)],
    ...template.aliases.map((cell, i): [string, Make] => [`aliases.${i}`, compiled(cell)]),
    ...template.offices.flatMap((office, i): [string, Make][] => [
      [`offices.${i}.region`, compiled(office.region)],
      [`offices.${i}.city`, compiled(office.city)],
    ]),
  ];
  return (row) => {
    const told = new Map<string, string>();
    for (const [field, make] of cells) {
      const made = make(row);
      if (typeof made !== 'string') return { field, why: made };
      if (made !== '') told.set(field, made);
    }
    for (const [field, text] of told) {
      const [found] = field === 'website' ? [] : personalData(text);
      if (found !== undefined) return { field, why: { out: 'error', reason: 'personal-data', found: found.rule } };
    }
    const draft = assemble(template, told);
    const checked = vendor.safeParse(draft);
    if (checked.success) return { draft };
    const [issue] = checked.error.issues;
    const field = issue?.path.join('.') ?? '';
    return { field, why: { out: 'error', reason: 'vendor-bad', found: told.get(field) ?? '' } };
  };
}

function assemble(template: VendorTemplate, told: ReadonlyMap<string, string>): VendorDraft {
  const both = (field: string) => {
    const [zh, en] = [told.get(`${field}.zh`), told.get(`${field}.en`)];
    return { ...(zh === undefined ? {} : { zh }), ...(en === undefined ? {} : { en }) };
  };
  const one = (field: 'legalName' | 'creditCode' | 'website') => {
    const text = told.get(field);
    return text === undefined ? {} : { [field]: text };
  };
  const aliases = template.aliases.map((_, i) => told.get(`aliases.${i}`)).filter((alias) => alias !== undefined);
  const offices = template.offices
    .map((_, i) => ({ region: told.get(`offices.${i}.region`) ?? '', city: told.get(`offices.${i}.city`) ?? '' }))
    .filter((office) => office.region !== '' || office.city !== '');
  const about = both('about');
  const filled = <T>(field: string, list: readonly T[]) => (list.length === 0 ? {} : { [field]: [...list] });
  return {
    name: both('name'),
    ...filled('aliases', [...new Set(aliases)]),
    ...one('legalName'),
    ...one('creditCode'),
    status: template.status,
    ...(template.since === undefined ? {} : { since: template.since }),
    source: template.source,
    ...('zh' in about || 'en' in about ? { about } : {}),
    ...one('website'),
    ...filled('offices', offices),
    ...filled('services', template.services),
    ...filled('industries', template.industries),
    ...filled('languages', template.languages),
  };
}
