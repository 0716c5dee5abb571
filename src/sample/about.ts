/** How a vendor presents itself. */
import type { EitherLanguage } from '../schema/text.ts';
import type { SampleJob } from './context.ts';
import { fillBoth } from './fill.ts';
import type { Names } from './names.ts';
import type { Place, Profile } from './profile.ts';
import { stream } from './random.ts';

/** The text in the languages in which the vendor has a name; one sentence from each group of the words. */
export function aboutOf(job: SampleJob, index: number, names: Names, place: Place, profile: Profile): EitherLanguage {
  const random = stream(job.seed, 'about', index);
  const named = (list: readonly { id: string; name: { zh: string; en: string } }[], ids: readonly string[]) =>
    list.filter((entry) => ids.includes(entry.id)).map((entry) => entry.name);
  const industries = named(job.directory.industries, profile.industries);
  const services = named(job.directory.services, profile.services);
  const industry = industries.length > 0 ? random.pick(industries) : undefined;
  const service = services.length > 0 ? random.pick(services) : undefined;
  const slots = (language: 'zh' | 'en'): Record<string, string> => ({
    brand: language === 'zh' ? names.brand.zh : names.brand.en,
    city: place.name[language],
    ...(profile.founded === undefined ? {} : { year: String(profile.founded) }),
    ...(profile.staff === undefined ? {} : { staff: String(profile.staff) }),
    ...(industry === undefined ? {} : { industry: language === 'zh' ? industry.zh : inSentence(industry.en) }),
    ...(service === undefined ? {} : { service: language === 'zh' ? service.zh : inSentence(service.en) }),
  });
  const zh = slots('zh');
  const en = slots('en');
  const said = job.words.about.flatMap((group) => {
    const speaks = random.chance(group.chance);
    // A sentence whose slot this vendor cannot fill is not said.
    const sayable = group.say.filter((text) =>
      [...text.zh.matchAll(/\{([A-Za-z]+)\}/g)].every(([, slot]) => slot !== undefined && slot in zh),
    );
    const sentence = sayable.length > 0 ? random.pick(sayable) : undefined;
    return speaks && sentence !== undefined ? [fillBoth(sentence, zh, en)] : [];
  });
  return {
    ...(names.name.zh === undefined ? {} : { zh: said.map((text) => text.zh).join('') }),
    ...(names.name.en === undefined ? {} : { en: said.map((text) => text.en).join(' ') }),
  };
}

/** The name of a thing inside an English sentence: a capital only where the second letter has one too. */
function inSentence(name: string): string {
  return /^[A-Z][a-z ]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
