/** Labels of the page about data and interfaces. */
import { both } from '../both.ts';

export const dataLabels = both(
  {
    title: '数据与接口',
    description: '本站的全部结果都可以下载：JSON、CSV、订阅和历次冻结的结果，都有格式说明和哈希。',
    lead: '网页上的每个数都在这些文件里，不用注册，不用密钥。地址和字段名在 v1 内不会改，只会增加。',
    start: '从这里开始',
    startText: '清单文件列出本次生成用的方法、日期、全部输入文件的哈希和下面所有文件的地址。',
    json: 'JSON',
    csv: '表格（CSV）',
    csvText: 'UTF-8，带字节序标记，可以直接用表格软件打开；以公式符号开头的单元格已作防护。',
    releases: '历次发布',
    releasesText: '每次冻结的得分、区间、位次、方法和输入哈希；发布后不再改动。',
    noReleases: '还没有冻结过结果。',
    feeds: '订阅',
    feedsText:
      'Atom 格式，给订阅软件用：把下面的地址复制到订阅软件里，有了更新它会告诉您。直接打开看到的是给程序读的原文。',
    schemas: '格式说明（JSON Schema）',
    schemasText:
      '接口文件的格式，以及服务商和编辑所写文件的格式。编辑器认得后者：每个文件第一行写明用哪一份，边写边提示、边查错。',
    schema: '格式',
    check: '怎么核对',
    checkText:
      '单家服务商的凭据文件里有重算其总分所需的一切：每个回答、每条评价的权重、市场的先验。网站每次生成都用另一套程序从凭据重算，有一处对不上就不发布。重算到哪里，逐类写在下面。',
    proofs: { full: '全部重算或核对', part: '部分', none: '不另行重算' },
    colon: '：',
  },
  {
    title: 'Data and API',
    description: 'All results of this site to download: JSON, CSV, feeds and frozen releases, with schemas and hashes.',
    lead: 'Every number on the pages is in these files. No account, no key. Within v1 addresses and names of fields do not change; some may be added.',
    start: 'Start here',
    startText:
      'The index names the method, the day, the hash of every input file, and the address of everything below.',
    json: 'JSON',
    csv: 'Tables (CSV)',
    csvText: 'UTF-8 with a byte order mark, opens in any spreadsheet; cells that begin like a formula are made safe.',
    releases: 'Releases',
    releasesText: 'Scores, intervals, places, method and hashes of the inputs as they were frozen; they never change.',
    noReleases: 'Nothing has been frozen yet.',
    feeds: 'Feeds',
    feedsText:
      'In Atom format, for feed readers: copy an address below into yours, and it tells you of news. Opened here, a feed shows its source, which is for programs.',
    schemas: 'Shapes (JSON Schema)',
    schemasText:
      'Of the files of this interface, and of the files that vendors and editors write. Editors know the latter: the first line of a file names its schema, and they complete and check as one types.',
    schema: 'schema',
    check: 'How to check',
    checkText:
      "The receipt of a vendor holds all it takes to compute its score again: every answer, the weight of every review, the market's priors. Each build computes numbers again from the receipts, by another program, and goes out only if all agree. How far that goes is said below, for each kind of file.",
    proofs: { full: 'all computed again or compared', part: 'in part', none: 'not computed again' },
    colon: ': ',
  },
);
