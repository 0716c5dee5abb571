/** Labels of the report on unusual reviews and of the notice on vendor pages. Careful words: unusual is not proof. */
import { both } from '../both.ts';
import { counted, form } from '../plural.ts';

export const integrityLabels = both(
  {
    title: '看起来不寻常的评价',
    reportTitle: '评价异常报告',
    short: '评价异常',
    description: '哪些评价触发了异常标记，为什么，去掉它们分数会怎样。',
    lead: '程序按固定的规则给评价做标记，供编辑核查。不寻常不等于造假：真实的客户也会在同一周评价，也会写出相近的话，而且被标记的评价未必与被评方有关。标记不删除任何评价，也不改变分数。',
    notice: '程序按固定规则标出，尚不能说明有问题；没有因此删除任何评价，分数也照常计算。',
    reasons: {
      'near-duplicate': '文字与另一条几乎相同',
      burst: '短时间内集中出现',
      'reviewer-reuse': '同一评价人评价了很多家',
    },
    found: {
      'near-duplicate': (count: string) => `${count} 条与另一条文字几乎相同`,
      burst: (count: string) => `${count} 条在短时间内集中出现`,
      'reviewer-reuse': (count: string) => `${count} 条出自评价了很多家的评价人`,
    },
    reasonMeanings: {
      'near-duplicate': (percent: string) =>
        `去掉标点后，三字片段有 ${percent} 以上相同，且不是同一人对同一家的重复。两条都会标出，其中可能有一条是原创。`,
      burst: (days: string, chance: string) =>
        `任意 ${days} 天里的条数，超过这一家前后一年的节奏和整个市场的忙闲所能解释的程度（整段记录里碰巧出现的机会不到 ${chance}）。同一窗口的评价都会标出。`,
      'reviewer-reuse': (count: string) => `同一评价人评价了超过 ${count} 家。`,
    },
    count: (count: string) => `${count} 条`,
    flaggedOf: (flagged: string, published: string) => `${published} 条已公布的评价中有 ${flagged} 条被标记`,
    total: (flagged: string, published: string, vendors: string) =>
      `${published} 条已公布的评价中，有 ${flagged} 条被标记，涉及 ${vendors} 家。`,
    none: '目前没有评价被标记。',
    noReviews: '这里还没有已公布的评价，无从标记。',
    burst: (from: string, to: string, count: string, expected: string, chance: string) =>
      `${from} 至 ${to} 有 ${count} 条，按平常的节奏约 ${expected} 条（碰巧的机会${chance}）`,
    under: (chance: string) => `不到 ${chance}`,
    about: (chance: string) => `约 ${chance}`,
    oneIn: (count: string) => `1/${count}`,
    gap: (supplied: string, suppliedCount: string, verified: string, verifiedCount: string) =>
      `被评方转交的评价平均 ${supplied} 分（${suppliedCount} 条），合同已核验的客户平均 ${verified} 分（${verifiedCount} 条）。两者差距较大。`,
    gapLighter: '转交的评价本来就按较低的权重计入。',
    scoreWithout: (now: string, without: string) => `总分 ${now}，去掉全市场被标记的评价后为 ${without}`,
    scoreGone: (now: string) => `总分 ${now}，去掉被标记的评价后无从计分`,
    placeWithout: (now: string, without: string) =>
      now === without ? `位次不变，仍为第 ${now}` : `位次由第 ${now} 变为第 ${without}`,
    placeGone: (now: string) => `现居第 ${now}，去掉后证据不足，不参与排名`,
    vendor: '名称',
    flagged: '被标记',
    why: '原因',
    score: '总分',
    place: '位次',
    change: (now: string, without: string) => `${now} → ${without}`,
    gone: '无',
    rows: '被标记的评价',
    more: (count: string) => `另有 ${count} 条，见数据文件`,
    rules: '标记了什么，凭什么',
    byVendor: '各家情况',
    byVendorLead:
      '总分和位次写成“现在 → 去掉后”。去掉是指把全市场被标记的评价都不计，再整体重算一遍；按总分变动大小排列。',
    answer: '被评方和评价人如果认为标记有误，可以按更正规则提出，处理结果公开。',
    report: '标记的规则和全部清单',
    machine: '本页数据（JSON）',
    listComma: '；',
    colon: '：',
    stop: '。',
  },
  {
    title: 'Reviews that look unusual',
    reportTitle: 'Report on unusual reviews',
    short: 'Unusual reviews',
    description: 'Which reviews were flagged, why, and what the scores would be without them.',
    lead: 'Fixed rules flag reviews for editors to look at. Unusual is not proof: real clients write in the same week and in similar words, and a flagged review may have nothing to do with the one it is about. No flag removes a review or changes a score.',
    notice:
      'Flagged by fixed rules, which prove nothing yet. No review was removed for it, and the score counts them as usual.',
    reasons: {
      'near-duplicate': 'nearly the same words as another',
      burst: 'many within a few days',
      'reviewer-reuse': 'one reviewer, many vendors',
    },
    found: {
      'near-duplicate': (count) => `${count} in nearly the same words as another`,
      burst: (count) => `${count} among many within a few days`,
      'reviewer-reuse': (count) => `${count} by a reviewer of many vendors`,
    },
    reasonMeanings: {
      'near-duplicate': (percent) =>
        `Without punctuation, ${percent} or more of all runs of three characters are the same, and it is not one client repeating itself about one vendor. Both are flagged, though one of them may be the original.`,
      burst: (days, chance) =>
        `More in some ${counted(days, 'day')} than the vendor’s own pace in the years around and the market’s busy weeks explain (a chance under ${chance} of any such week in its whole record). All reviews of these days are flagged.`,
      'reviewer-reuse': (count) => `One reviewer has reviewed more than ${counted(count, 'vendor')}.`,
    },
    count: (count) => count,
    flaggedOf: (flagged, published) =>
      `${flagged} of ${counted(published, 'published review')} ${form(flagged, 'is', 'are')} flagged`,
    total: (flagged, published, vendors) =>
      `${flagged} of ${counted(published, 'published review')} ${form(flagged, 'is', 'are')} flagged, at ${counted(vendors, 'vendor')}.`,
    none: 'No review is flagged at present.',
    noReviews: 'There are no published reviews yet, so nothing to flag.',
    burst: (from, to, count, expected, chance) =>
      `${count} from ${from} to ${to}, where about ${expected} would be usual (by chance ${chance})`,
    under: (chance) => `under ${chance}`,
    about: (chance) => `about ${chance}`,
    oneIn: (count) => `1 in ${count}`,
    gap: (supplied, suppliedCount, verified, verifiedCount) =>
      `Reviews passed on by the rated party average ${counted(supplied, 'point')} (${suppliedCount}), those of clients with a verified contract ${verified} (${verifiedCount}). That is far apart.`,
    gapLighter: ' Those passed on count for less in any case.',
    scoreWithout: (now, without) =>
      `Overall score ${now}; with all flagged reviews of the market left out it would be ${without}`,
    scoreGone: (now) => `Overall score ${now}; without flagged reviews there would be none`,
    placeWithout: (now, without) =>
      now === without ? `the place would stay ${now}` : `the place would be ${without} instead of ${now}`,
    placeGone: (now) => `now at place ${now}, it would have too little evidence for a rank`,
    vendor: 'Name',
    flagged: 'Flagged',
    why: 'Why',
    score: 'Score',
    place: 'Place',
    change: (now, without) => `${now} → ${without}`,
    gone: 'none',
    rows: 'Flagged reviews',
    more: (count) => `and ${count} more in the data file`,
    rules: 'What is flagged, and by what rule',
    byVendor: 'Vendor by vendor',
    byVendorLead:
      'Scores and places read “now → without”. Without means that all flagged reviews of the whole market are left out and everything is computed again. Those whose score would change most come first.',
    answer:
      'A rated party or a reviewer who thinks a flag is wrong may say so under the rules for corrections; the outcome is public.',
    report: 'The rules and the whole list',
    machine: 'Data of this page (JSON)',
    listComma: '; ',
    colon: ': ',
    stop: '.',
  },
);
