/** Faults and lines of the rules in `src/validate/rules/method.ts`. */
import type { METHOD_RULES } from '../../../src/validate/rules/method.ts';
import { edited } from '../../workspaces/tiny.ts';
import {
  FRAMEWORK,
  METHOD,
  QUESTIONS,
  RELEASE,
  CONTACTS,
  replaced,
  changed,
  type Fixture,
  type InMemory,
} from './fixture.ts';
import { HELD_OUT, added, limited } from './fixture-on-disk.ts';

/** A second version with these lines more; its summary is new in Chinese, and in English too unless it has changes. */
function secondMethod(more: string): Pick<InMemory, 'files'> {
  return changed((files) => {
    const text = (files.get(METHOD) ?? '').replace("'2026.1'", "'2026.2'").replace('zh: 测试用,', 'zh: 第二版,');
    files.set(
      'content/methodology/2026.2/method.yaml',
      (more === '' ? text.replace('For tests', 'The second') : text) + more,
    );
    for (const language of ['zh', 'en']) files.set(`content/methodology/2026.2/${language}.mdx`, 'x');
  });
}

export const METHOD_FIXTURES = {
  'method-folder': {
    ...replaced(METHOD, "version: '2026.1'", "version: '2026.2'"),
    at: "'2026.2'",
    en: 'content/methodology/2026.1/method.yaml:1:10 version - found "2026.2"; expected "2026.1", the name of the folder. Fix: make version and folder name the same. [method-folder]',
    zh: 'content/methodology/2026.1/method.yaml:1:10 version - 发现“2026.2”；应为与文件夹同名的“2026.1”。修改：让版本号与文件夹名一致。 [method-folder]',
  },
  'methodology-unknown': {
    ...replaced(RELEASE, "'2026.1'", "'2026.2'"),
    at: "'2026.2'",
    en: 'data/release.yaml:2:14 methodology - found "2026.2"; expected a folder of content/methodology/: 2026.1. Fix: write one of these versions. [methodology-unknown]',
    zh: 'data/release.yaml:2:14 methodology - 发现“2026.2”；应为 content/methodology/ 下的版本之一：2026.1。修改：改成其中一个。 [methodology-unknown]',
  },
  'weight-missing': {
    ...replaced(METHOD, '      manners: { weight: 1 }\n', ''),
    at: 'response',
    en: 'content/methodology/2026.1/method.yaml:11:7 frameworks.demo.dimensions - found no weight for manners; expected a weight for each of them (0 leaves it out of the score). Fix: add manners. [weight-missing]',
    zh: 'content/methodology/2026.1/method.yaml:11:7 frameworks.demo.dimensions - 发现缺少权重；应为 manners 的权重（0 表示不计入）。修改：补上 manners。 [weight-missing]',
  },
  'weights-zero': {
    ...replaced(METHOD, 'demo:\n    weight: 1', 'demo:\n    weight: 0'),
    at: 'demo',
    en: 'content/methodology/2026.1/method.yaml:7:3 frameworks - found weights that are all 0; expected at least one weight above 0. Fix: give one of them a weight. [weights-zero]',
    zh: 'content/methodology/2026.1/method.yaml:7:3 frameworks - 发现权重全为 0；应为至少一个权重大于 0。修改：给其中一个设权重。 [weights-zero]',
  },
  'tiers-order': {
    ...replaced(METHOD, 'documented: 0.8', 'documented: 0.4'),
    at: '0.5',
    en: 'content/methodology/2026.1/method.yaml:16:71 facts.tiers.declared - found 0.5; expected at most 0.4, what documented counts: better evidence never counts less. Fix: lower it. [tiers-order]',
    zh: 'content/methodology/2026.1/method.yaml:16:71 facts.tiers.declared - 发现 0.5；应为不超过 0.4 的值（documented 的系数；证据越可信，系数越高）。修改：调低。 [tiers-order]',
  },
  'range-order': {
    ...replaced(METHOD, 'kMin: 3', 'kMin: 30'),
    at: '30',
    en: 'content/methodology/2026.1/method.yaml:25:44 reviews.shrinkage.kMin - found 30; expected at most 20 (kMax). Fix: swap or correct the two ends. [range-order]',
    zh: 'content/methodology/2026.1/method.yaml:25:44 reviews.shrinkage.kMin - 发现 30；应为不超过 20（kMax）。修改：对调或改正两端。 [range-order]',
  },
  'minimum-dimensions': {
    ...replaced(METHOD, 'minimumDimensions: 1', 'minimumDimensions: 3'),
    at: '3',
    en: 'content/methodology/2026.1/method.yaml:9:24 frameworks.demo.minimumDimensions - found 3; expected at most 2, the number of dimensions with a weight above 0. Fix: lower it. [minimum-dimensions]',
    zh: 'content/methodology/2026.1/method.yaml:9:24 frameworks.demo.minimumDimensions - 发现 3；应为不超过 2，即权重大于 0 的维度数。修改：调低。 [minimum-dimensions]',
  },
  'goalposts-unknown': {
    ...replaced(FRAMEWORK, 'goalposts: weekly-hours', 'goalposts: weekly-hour'),
    at: 'weekly-hour',
    also: ['goalposts-unused'],
    en: 'content/frameworks/demo.yaml:28:74 dimensions.0.criteria.1.measure.goalposts - found "weekly-hour"; expected goalposts in content/methodology/2026.1/method.yaml: weekly-hours, reply-minutes. Fix: write "weekly-hours". [goalposts-unknown]',
    zh: 'content/frameworks/demo.yaml:28:74 dimensions.0.criteria.1.measure.goalposts - 发现“weekly-hour”；应为 content/methodology/2026.1/method.yaml 中的目标区间之一：weekly-hours, reply-minutes。修改：改为“weekly-hours”。 [goalposts-unknown]',
  },
  'goalposts-unused': {
    ...replaced(METHOD, 'goalposts:\n', 'goalposts:\n  spare: { worst: 0, best: 1 }\n'),
    at: 'spare',
    en: 'content/methodology/2026.1/method.yaml:14:3 goalposts.spare - found the goalposts "spare", which nothing uses; expected goalposts that a measure uses. Fix: take them out. [goalposts-unused]',
    zh: 'content/methodology/2026.1/method.yaml:14:3 goalposts.spare - 发现目标区间“spare”没有被用到；应为有计量在用的目标区间。修改：删除。 [goalposts-unused]',
  },
  'goalposts-misplaced': {
    ...changed((files) => {
      edited(files, QUESTIONS, 'kind: duration\n      goalposts: reply-minutes\n      window: 1440', 'kind: share');
      edited(files, QUESTIONS, 'channels: [call] }', 'channels: [call], goalposts: reply-minutes }');
      edited(files, CONTACTS, 'none', 'no');
      edited(files, CONTACTS, ',12', ',yes');
    }),
    at: 'reply-minutes',
    en: 'content/questionnaire.yaml:31:91 observations.items.0.uses.0.goalposts - found goalposts for a share; expected goalposts for durations only. Fix: take out the line. [goalposts-misplaced]',
    zh: 'content/questionnaire.yaml:31:91 observations.items.0.uses.0.goalposts - 发现给 share 设了目标区间；应为只用于时长的目标区间。修改：删除这一行。 [goalposts-misplaced]',
  },
  'points-cut': {
    ...limited('normalisation: zscore\nwithinMarket: { centre: 90, spread: 50, leastVendors: 1, dimensions: true }\n'),
    en: 'content/methodology/2026.1/method.yaml:32:37 withinMarket.spread - found 2 of 5 standard scores beyond 0..100, which count as 0 or 100; expected a spread at which none is cut. Fix: write 14 or less, unless the cut is meant. [points-cut]',
    zh: 'content/methodology/2026.1/method.yaml:32:37 withinMarket.spread - 发现 5 个标准分中有 2 个超出 0 至 100，按 0 或 100 计；应为截不到任何标准分的 spread。修改：改为 14 或更小；有意截断则不必改。 [points-cut]',
  },
  'mean-floored': {
    ...limited('aggregation: geometric\n'),
    en: 'content/methodology/2026.1/method.yaml:31:14 aggregation - found 1 of 6 scores below 1, which the geometric mean counts as 1; expected scores of at least 1, where a geometric or harmonic mean is taken. Fix: take the arithmetic mean, or let it be if the floor is meant. [mean-floored]',
    zh: 'content/methodology/2026.1/method.yaml:31:14 aggregation - 发现 6 个得分中有 1 个低于 1，在几何平均中按 1 计；应为采用几何或调和平均时，得分不低于 1。修改：改用算术平均（arithmetic）；有意如此则不必改。 [mean-floored]',
  },
  'decision-missing': {
    ...replaced(METHOD, "['0001']", "['0002']"),
    at: "'0002'",
    en: 'content/methodology/2026.1/method.yaml:5:13 decisions.0 - found "0002"; expected the number of a file in content/decisions/: 0001. Fix: write the decision record, or take out the number. [decision-missing]',
    zh: 'content/methodology/2026.1/method.yaml:5:13 decisions.0 - 发现“0002”；应为 content/decisions/ 中的编号之一：0001。修改：写出该决定，或去掉编号。 [decision-missing]',
  },
  'prose-missing': {
    ...changed((files) => files.delete('content/methodology/2026.1/en.mdx')),
    en: 'content/methodology/2026.1/en.mdx:1:1 - found no such file; expected the text in both languages. Fix: write the file. [prose-missing]',
    zh: 'content/methodology/2026.1/en.mdx:1:1 - 发现没有这个文件；应为两种语言都有的文字。修改：补写该文件。 [prose-missing]',
  },
  'changes-missing': {
    ...secondMethod(''),
    at: 'version',
    en: 'content/methodology/2026.2/method.yaml:1:1 changes - found a published version that does not say what it changes; expected what changed since 2026.1, in both languages. Fix: write one entry for each change. [changes-missing]',
    zh: 'content/methodology/2026.2/method.yaml:1:1 changes - 发现已公布的版本没有说明改了什么；应为相对 2026.1 的变化，中英文都要。修改：每处变化写一条。 [changes-missing]',
  },
  'summary-repeated': {
    ...secondMethod('changes: [{ zh: 改, en: Changed }]\n'),
    at: 'For tests',
    en: 'content/methodology/2026.2/method.yaml:4:25 summary.en - found the summary of 2026.1 once more; expected a summary of this version. Fix: say what this version is. [summary-repeated]',
    zh: 'content/methodology/2026.2/method.yaml:4:25 summary.en - 发现照抄 2026.1 的摘要；应为这一版自己的摘要。修改：写明这一版是什么。 [summary-repeated]',
  },
  'holdout-stale': {
    ...added('data/holdout.json', HELD_OUT),
    en: 'data/holdout.json:1:28 computedFrom - found figures of other data or another method (asOf 2020-01-01 was different); expected figures of the present data and method, which the method page prints. Fix: compute them again: npm run bench -- holdout --write. [holdout-stale]',
    zh: 'data/holdout.json:1:28 computedFrom - 发现另一份数据或方法的结果（asOf 2020-01-01 已不同）；应为与现有数据和方法相符的结果，方法页会照印。修改：重新计算：npm run bench -- holdout --write。 [holdout-stale]',
  },
  'holdout-narrow': {
    ...added('data/holdout.json', HELD_OUT),
    en: 'data/holdout.json:1:149 splits.0.overall - found intervals of overall scores that held 22 % of the time on held-out data, split “time” (10 to 40 %); expected about 90 %, as they claim. Fix: look for what the method does not see: a market that changes fast, rows of several kinds in one question, a fallback prior far from the data; until then the method page says that the intervals are too narrow. [holdout-narrow]',
    zh: 'data/holdout.json:1:149 splits.0.overall - 发现留出检验（time）中总分的区间只有 22% 包含真实水平（10% 至 40%）；应为约 90%，即所声称的。修改：查找方法没有看到的原因：市场变化很快、一道题里混有几类记录、缺省值与数据相差很远；查明之前，方法页会写明区间偏窄。 [holdout-narrow]',
  },
} satisfies Record<keyof typeof METHOD_RULES, Fixture>;
