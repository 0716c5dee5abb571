/** How the numbers of each published file are proven before a site goes out; printed on the data page. */
import type { Bilingual } from '../../schema/text.ts';

/** `full`: every number; `part`: only some; `none`: printed by one program and computed by no other. */
export type Proof = 'full' | 'part' | 'none';

export interface PublishedProof {
  /** Matches paths from the site's root, without the first slash. */
  path: RegExp;
  /** The same for readers. */
  shown: string;
  proof: Proof;
  how: Bilingual;
}

/**
 * Every file with numbers, the first match counts. A build fails over a `.json`, `.csv` or `.svg` file that is not here, so whoever adds
 * one says how it is proven.
 */
export const PROOFS: readonly PublishedProof[] = [
  {
    path: /^api\/v1\/vendors\/[^/]+\.json$/,
    shown: '/api/v1/vendors/{slug}.json',
    proof: 'full',
    how: {
      zh: '由其中的回答、评价和联系逐项重算；名次、分组、先验由全部凭据合算，名次按定义逐对比较',
      en: 'from its answers, reviews and contacts, one by one; places, groups and priors from all receipts together, places pair by pair as they are defined',
    },
  },
  {
    path: /^api\/v1\/(vendors|market|sensitivity|index|frameworks|methodology)\.json$/,
    shown: '/api/v1/*.json',
    proof: 'full',
    how: {
      zh: '总表、市场、敏感度、计数、权重：由凭据重算',
      en: 'lists, market, sensitivity, counts and weights: from the receipts',
    },
  },
  {
    path: /^data\/(vendors|scores)\.csv$/,
    shown: '/data/vendors.csv, /data/scores.csv',
    proof: 'full',
    how: { zh: '与凭据逐格核对', en: 'compared with the receipts, cell by cell' },
  },
  {
    path: /^(compare\/[^/]+|rankings\/weights|submit\/market)\.json$/,
    shown: '/compare/{slug}.json, /rankings/weights.json, /submit/market.json',
    proof: 'full',
    how: {
      zh: '对比、自定权重、提交表单所用的得分、位次和先验：由凭据重算',
      en: 'scores, places and priors behind comparing, own weights and the submit form: from the receipts',
    },
  },
  {
    path: /^(rankings\/facets|search\/figures|submit\/told)\.json$/,
    shown: '/rankings/facets.json, /search/figures.json, /submit/told.json',
    proof: 'part',
    how: {
      zh: '筛选和搜索所用的得分、价格，提交表单所用的统计量：由凭据重算。搜索中的价格只比对数字；几种报价的服务商数相同而并列最多时，列出其中任何一种都算对；没有得分的服务商两种来源的重合、已核实的比例不重算',
      en: 'scores and prices behind filters and search, statistics behind the submit form: from the receipts. Prices in search are compared by their digits; where as many vendors price several offers, either may be the one that is listed; not the overlap between sources of vendors without scores, and shares that are verified',
    },
  },
  {
    path: /^(en\/)?badges\/[^/]+\.svg$/,
    shown: '/badges/{slug}.svg',
    proof: 'full',
    how: { zh: '位次和分组与凭据核对', en: 'places and groups compared with the receipts' },
  },
  {
    path: /^api\/v1\/freshness\.json$/,
    shown: '/api/v1/freshness.json',
    proof: 'part',
    how: {
      zh: '许可、证据、价格的日期和天数由凭据重算；案件、待审评价、缺一种语言的文字不重算',
      en: 'dates and days of licences, evidence and prices from the receipts; not cases, reviews that wait, and texts in one language',
    },
  },
  {
    path: /^api\/v1\/integrity\.json$/,
    shown: '/api/v1/integrity.json',
    proof: 'part',
    how: {
      zh: '计数、现在的分数和位次、集中出现的条数、两类评价之差由凭据重算；文字是否雷同、碰巧的机会、去掉后的分数和位次不重算',
      en: 'counts, present scores and places, reviews in a window and gaps between classes from the receipts; not which texts are alike, how likely a window is, and scores and places without flagged reviews',
    },
  },
  {
    path: /^data\/(reviews|observations|criteria)\.csv$|^api\/v1\/(questionnaire|openapi)\.json$|^(search\/names|submit\/rules)\.json$/,
    shown: '/data/reviews.csv, /data/observations.csv, /data/criteria.csv, /api/v1/questionnaire.json',
    proof: 'none',
    how: { zh: '照录输入，没有算出来的数', en: 'what went in, as it is; nothing in them is computed' },
  },
  {
    path: /^data\/releases\//,
    shown: '/data/releases/',
    proof: 'none',
    how: {
      zh: '冻结时的结果，靠校验和不变；npm run release -- --check 会重算',
      en: 'as frozen, kept by checksums; npm run release -- --check computes them again',
    },
  },
  {
    path: /^(data\/(evidence|vendors)|schemas|pagefind)\/|^favicon\.svg$/,
    shown: '/data/evidence/, /schemas/',
    proof: 'none',
    how: {
      zh: '证据副本和格式说明，没有算出来的数',
      en: 'copies of evidence, and schemas; nothing in them is computed',
    },
  },
];

/** Pages: what of them is compared with the files above, for readers. */
export const PAGE_PROOFS: readonly Omit<PublishedProof, 'path'>[] = [
  {
    shown: '/rankings/',
    proof: 'full',
    how: {
      zh: '各排名表的得分、区间、位次、分组、计数、价格：与上面的文件逐行核对',
      en: 'scores, intervals, places, groups, counts and prices in tables of rankings: compared with the files above, row by row',
    },
  },
  {
    shown: '/',
    proof: 'part',
    how: {
      zh: '首页的得分和区间与上面的文件核对；位次、分组、价格和条数不核对，排名页上都有',
      en: 'scores and intervals on the home page are compared with the files above; places, groups, prices and counts are not, they are in the rankings',
    },
  },
  {
    shown: '/vendors/{slug}/',
    proof: 'part',
    how: {
      zh: '总分、各框架和各维度的得分与区间、位次、各渠道等待的中位数（含同行的）逐一核对；各指标、评价分布、强弱项等不核对，凭据里都有',
      en: 'scores and intervals overall, of frameworks and of dimensions, places, and median waits with those of the market are compared; criteria, distributions of ratings and contrasts are not, they are in the receipt',
    },
  },
  {
    shown: '/judge/, /frameworks/, /methodology/, /releases/',
    proof: 'none',
    how: {
      zh: '自评页的分布、框架页的领先者与重合检查、方法页的检验：由生成网站的程序算出并印出，不另行重算',
      en: 'distributions on the judging page, leaders and overlap checks of frameworks, tests on method pages: computed and printed by the program that makes the site, and by no other',
    },
  },
];

/** How a file is proven; undefined for one that nobody has thought of. */
export function proofOf(path: string): PublishedProof | undefined {
  return PROOFS.find((proof) => proof.path.test(path));
}
