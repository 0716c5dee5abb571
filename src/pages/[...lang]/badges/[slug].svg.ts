/** `/badges/<slug>.svg` and `/en/badges/<slug>.svg`: the badge that a vendor may show. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { languageOf, parameterOf } from '../../../i18n/language.ts';
import { workspace } from '../../../pipeline.ts';
import { LANGUAGES } from '../../../schema/text.ts';
import { badgeOf, badges, badgeSvg } from '../../../views/published/badge.ts';

export const getStaticPaths: GetStaticPaths = async () => {
  const { dataset } = await workspace();
  return LANGUAGES.flatMap((language) =>
    badges(dataset).map(({ slug, index }) => ({ params: { lang: parameterOf(language), slug }, props: { index } })),
  );
};

export const GET: APIRoute<{ index: number }> = async ({ params, props }) => {
  const language = languageOf(params.lang);
  return new Response(badgeSvg(badgeOf(await workspace(), props.index, language), language), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
};
