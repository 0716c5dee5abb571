/** Regions and cities as a person names them. */
import type { Directory } from '../../schema/directory.ts';
import type { Answers } from './fields.ts';

/** Something with an id and names that a person may write instead. */
export interface Choice {
  id: string;
  name?: { zh: string; en: string };
  aliases?: readonly string[];
}

/** Everything that a choice may be called. */
export function wordsOf({ id, name, aliases = [] }: Choice): string[] {
  return [id, ...(name === undefined ? [] : [name.zh, name.en]), ...aliases];
}

/** Whether a person who writes `value` means this choice. */
export function isMeant(value: string, choice: Choice): boolean {
  return wordsOf(choice).some((word) => word.toLowerCase() === value.trim().toLowerCase());
}

/** Cities of a region, or of all regions while none is told. */
export function citiesIn(directory: Directory, region: string | undefined): readonly Choice[] {
  return directory.regions.filter((r) => region === undefined || r.id === region).flatMap((r) => r.cities);
}

/** Regions that have a city of that name. */
export function regionsOf(city: string, directory: Directory): Directory['regions'] {
  return directory.regions.filter((r) => r.cities.some((c) => isMeant(city, c)));
}

/** The flags with the region that their city lies in, where only the city is told and only one region has it. */
export function withRegion(flags: Answers, directory: Directory): Answers {
  const city = flags.city?.[0];
  if (city === undefined || flags.region !== undefined) return flags;
  const [region, ...others] = regionsOf(city, directory);
  return region === undefined || others.length > 0 ? flags : { ...flags, region: [region.id] };
}
