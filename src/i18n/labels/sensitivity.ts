/** Labels of the page on how much the order depends on the method. */
import { both } from '../both.ts';
import { counted, form } from '../plural.ts';

export const sensitivityLabels = both(
  {
    title: '换一种算法，名次会变吗',
    short: '名次对方法的依赖',
    description: '权重、合成方式、标准化方式各种改变之下，每一家的名次会在什么范围里变动。',
    lead: '权重和算法总有取舍，换一个人来定会略有不同。这里把取舍一一换过，看名次经不经得起。只看方法，不看证据多少：证据带来的不确定，写在排名页的区间里。',
    none: (ranked: string) => `参与排名的有 ${ranked} 家。至少要有两家才谈得上先后，等有了再比。`,
    verdict: '结论',
    steadyAny: (count: string, shown: string) =>
      count === shown
        ? `${shown} 家里的每一家，权重随便怎么定，十次里至少九次位次变动不超过一位。`
        : count === '0'
          ? `${shown} 家里没有一家经得起任意权重：权重随便定时，没有谁能在十次里有九次位次变动不超过一位。`
          : `${shown} 家里有 ${count} 家，权重随便怎么定，十次里至少九次位次变动不超过一位。`,
    steadyPerturbed: (count: string, shown: string, low: string, high: string) =>
      `每个权重只在公布值的 ${low} 到 ${high} 之间变动时，${count === shown ? `${shown} 家全都这样稳` : `${shown} 家里有 ${count} 家这样稳`}。`,
    first: (perturbed: string, anyWeights: string) =>
      `公布的第一名。权重小幅变动时，${perturbed} 的次数仍是第一；任意权重下，${anyWeights} 的次数是第一。`,
    loosest: (low: string, high: string) => `名次最受权重左右，任意权重下在第 ${low} 到第 ${high} 位之间。`,
    pairs: (perturbed: string, anyWeights: string) =>
      `任取两家，先后与公布的相同：小幅变动时平均 ${perturbed}，任意权重时平均 ${anyWeights}。`,
    dimension: (name: string, pairs: string) =>
      `去掉一个维度，影响最大的是“${name}”：去掉后仍有约 ${pairs} 的两两先后不变。`,
    bands: '每一家的名次能变多少',
    bandsLead: (draws: string) =>
      `各重算 ${draws} 次。名次带取中间九成的次数；“任意权重”是在所有可能的权重里均匀地抽，没有哪种看法比别的更优先。`,
    onlyFirst: (shown: string, ranked: string) =>
      `只列前 ${shown} 家，共 ${ranked} 家参与排名；位次仍是在全部之中的位次。`,
    legendPerturbed: '小幅变动',
    legendAny: '任意权重',
    legendPlace: '公布的位次',
    legendStrip: '格子越高越深，落在这个位次的次数越多',
    place: '位次',
    name: '名称',
    band: '名次带',
    strip: '任意权重下的机会',
    perturbed: '小幅变动',
    anyWeights: '任意权重',
    often: '最常在',
    oftenItem: (place: string, share: string) => `第 ${place} 位 ${share}`,
    steady: '变动不超过一位',
    steadyShort: '至多一位',
    heldTwo: (perturbed: string, anyWeights: string) => `${perturbed} / ${anyWeights}`,
    bandText: (place: string, low: string, high: string, lowAny: string, highAny: string) =>
      `公布第 ${place} 位；小幅变动时第 ${low} 至 ${high} 位，任意权重时第 ${lowAny} 至 ${highAny} 位`,
    listComma: '，',
    colon: '：',
    variants: '换掉一个环节',
    variantsLead:
      '其余都不动，只换一处。一致度是肯德尔等级相关系数（tau）：1 表示顺序完全一样，0 表示毫不相干。影响大的排在前面。',
    kinds: { aggregation: '换合成方式', normalisation: '换标准化方式', 'without-dimension': '去掉一个维度' },
    kindNotes: {
      aggregation: '算术平均可以以长补短；几何和调和平均对短板更严，低于 1 分的按 1 分计。',
      normalisation: '排名用固定的两端打分；这里改成各维度在参与排名者之间互相比较。',
      'without-dimension': '去掉的维度，权重按比例分给同框架的其他维度。',
    },
    ids: {
      arithmetic: '算术平均',
      geometric: '几何平均',
      harmonic: '调和平均',
      minmax: '最低到最高（min-max）',
      zscore: '标准分（z-score）',
      percentile: '百分位',
    },
    variant: '换成',
    without: '去掉',
    tau: '一致度',
    kept: '位次不变',
    keptOf: (kept: string, shown: string) => `${kept}/${shown}`,
    mover: '变动最大',
    moverText: (from: string, to: string) => `${from} → ${to}`,
    nobody: '无人变动',
    newFirst: (name: string) => `第一名换成${name}`,
    about: '怎么算的',
    aboutText:
      '权重抽样改动的是框架和维度的权重，维度之内各指标的权重不动。每次抽样，参与排名的全部重新排一遍；排名接受度的做法出自 SMAA-2（Lahdelma 与 Salminen，2001）。抽样用固定的种子，谁来重算都是同样的数。',
    machine: '本页数据（JSON）',
    unknown: '无法比较',
  },
  {
    title: 'Would another method change the order?',
    short: 'How much the order depends on the method',
    description: 'How far the place of each one moves when weights, means and normalisations change.',
    lead: 'Weights and formulas are choices, and somebody else would choose a little differently. Here each choice is changed, to see whether the places stand. This is about the method alone: what the evidence leaves open is in the intervals of the rankings.',
    none: (ranked) => `${ranked} ranked so far. It takes two to have an order.`,
    verdict: 'What it comes to',
    steadyAny: (count, shown) =>
      count === shown
        ? `${form(shown, 'The only one stays within one place of its own', `All ${shown} stay within one place of their own`)} in at least nine draws of ten, whatever the weights.`
        : count === '0'
          ? `None of ${shown} stands whatever the weights: with weights drawn freely, nobody stays within one place of its own in nine draws of ten.`
          : `${count} of ${shown} ${form(count, 'stays within one place of its own', 'stay within one place of their own')} under nearly any weights: in at least nine draws of ten.`,
    steadyPerturbed: (count, shown, low, high) =>
      `When each weight only moves between ${low} and ${high} of what is published, ${count === shown ? `all ${shown}` : `${count} of ${shown}`} ${form(count, 'does', 'do')}.`,
    first: (perturbed, anyWeights) =>
      `published as first. It stays first in ${perturbed} of the draws when weights move a little, and in ${anyWeights} under any weights.`,
    loosest: (low, high) => `depends most on the weights. It stands anywhere between place ${low} and place ${high}.`,
    pairs: (perturbed, anyWeights) =>
      `Take any two: they stand in the published order ${perturbed} of the time when weights move a little, and ${anyWeights} of the time under any weights.`,
    dimension: (name, pairs) =>
      `The dimension that matters most is “${name}”: without it about ${pairs} of all pairs keep their order.`,
    bands: 'How far each place can move',
    bandsLead: (draws) =>
      `${counted(draws, 'draw')} each. A band holds the middle nine tenths of the draws. “Any weights” are drawn evenly from all there can be, so that no view of what matters goes before another.`,
    onlyFirst: (shown, ranked) => `The first ${shown} of ${ranked} that are ranked; places are among all of them.`,
    legendPerturbed: 'weights move a little',
    legendAny: 'any weights',
    legendPlace: 'published place',
    legendStrip: 'the taller and deeper a cell, the more often the place is met',
    place: 'Place',
    name: 'Name',
    band: 'Band of places',
    strip: 'How often, any weights',
    perturbed: 'A little',
    anyWeights: 'Any weights',
    often: 'Most often',
    oftenItem: (place, share) => `${share} at place ${place}`,
    steady: 'Within one place',
    steadyShort: 'Within one',
    heldTwo: (perturbed, anyWeights) => `${perturbed} / ${anyWeights}`,
    bandText: (place, low, high, lowAny, highAny) =>
      `published place ${place}; place ${low} to ${high} when weights move a little, ${lowAny} to ${highAny} under any weights`,
    listComma: ', ',
    colon: ': ',
    variants: 'One thing changed at a time',
    variantsLead:
      'All else stays. Agreement is Kendall’s rank correlation (tau): 1 is the same order, 0 no relation at all. What changes most comes first.',
    kinds: {
      aggregation: 'Another mean',
      normalisation: 'Another normalisation',
      'without-dimension': 'Without one dimension',
    },
    kindNotes: {
      aggregation:
        'An arithmetic mean lets strong points make up for weak ones; geometric and harmonic means are harder on weak ones, and count scores below 1 as 1.',
      normalisation:
        'Rankings use fixed goalposts; here each dimension is put on a scale by comparing those that are ranked with one another.',
      'without-dimension': 'Its weight goes to the other dimensions of its framework, in proportion.',
    },
    ids: {
      arithmetic: 'Arithmetic mean',
      geometric: 'Geometric mean',
      harmonic: 'Harmonic mean',
      minmax: 'Lowest to highest (min-max)',
      zscore: 'Standard scores (z-scores)',
      percentile: 'Percentiles',
    },
    variant: 'Instead',
    without: 'Left out',
    tau: 'Agreement',
    kept: 'Same place',
    keptOf: (kept, shown) => `${kept}/${shown}`,
    mover: 'Moves most',
    moverText: (from, to) => `${from} → ${to}`,
    nobody: 'nobody moves',
    newFirst: (name) => `first is then ${name}`,
    about: 'How this is computed',
    aboutText:
      'The draws change the weights of frameworks and of dimensions; those of criteria within a dimension stay. In each draw all that are ranked are put in order again. How often each place is met is the rank acceptability of SMAA-2 (Lahdelma and Salminen, 2001). The seed is fixed, so anyone who computes it gets the same numbers.',
    machine: 'Data of this page (JSON)',
    unknown: 'cannot be compared',
  },
);
