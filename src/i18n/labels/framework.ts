/** Labels of the framework and dimension pages. */
import { both } from '../both.ts';
import { counted } from '../plural.ts';

export const frameworkLabels = both(
  {
    title: '评价框架',
    lead: (dimensions: string, criteria: string, facets: string) =>
      `衡量什么，全写在这里：${dimensions} 个维度，${criteria} 项指标，${facets} 个可以核对的要点。`,
    description: '评价框架的全部主题、维度、指标与要点，以及每一项怎样计量。',
    counts: (dimensions: string, criteria: string, facets: string) =>
      `${dimensions} 个维度 · ${criteria} 项指标 · ${facets} 个要点`,
    weight: (percent: string) => `占总分 ${percent}`,
    needed: (needed: string, of: string) => `参与排名须有 ${needed} 个维度有证据（共 ${of} 个）`,
    source: '出处',
    themes: '主题',
    weightIn: (percent: string) => `权重 ${percent}`,
    criteria: (count: string) => `${count} 项指标`,
    leader: '目前最高',
    spread: (low: string, high: string, median: string) => `已排名者得分 ${low} 至 ${high}，中位数 ${median}`,
    overlaps: '相近的维度',
    overlapsLead: '有几对维度挨得很近。我们保留它们，并说明区别在哪里。',
    overlapWith: (name: string) => `与“${name}”的区别`,
    leaders: '谁领先',
    leadersLead: '按本维度得分排列。横条是区间：横条长而差距小的，分不出先后。',
    noLeaders: '还没有谁在这个维度上有得分。',
    market: '整个市场',
    weightInFramework: (percent: string, framework: string) => `占“${framework}”的 ${percent}`,
    weightInDimension: (percent: string) => `占本维度 ${percent}`,
    meaning: '对客户意味着什么',
    evidence: '什么算证据',
    facets: '要点',
    shownBy: (met: string, of: string) => `${of} 家中 ${met} 家做到`,
    measured: '怎样计量',
    checklist: '核对要点：逐个看是否做到，再按证据的可信程度打折。',
    levels: '分级：对照下列水平计分。',
    levelPoints: (points: string) => `${points} 分`,
    numberRule: (worst: string, best: string, unit: string) =>
      `数值：${worst}${unit} 得 0 分，${best}${unit} 得 100 分。`,
    errorRule: (ratio: boolean) => (ratio ? '可附标准误，或以分子和分母回答。' : '可附标准误。'),
    comparedRule: {
      zscore: (more: boolean, unit: string) =>
        `数值${unit}，${more ? '越大' : '越小'}越好：按离市场平均水平几个标准差得分。`,
      minmax: (more: boolean, unit: string) =>
        `数值${unit}，${more ? '越大' : '越小'}越好：市场中最差的得 0 分，最好的得 100 分。`,
      percentile: (more: boolean, unit: string) =>
        `数值${unit}，${more ? '越大' : '越小'}越好：按超过市场中多少家得分。`,
    },
    questionRule: '客户评价',
    observedRule: '计时联系',
    ratingRule: (low: string, high: string) => `${low} 到 ${high} 分`,
    shareRule: '是或否',
    durationRule: '用时',
    goalposts: (best: string, worst: string) => `${best}内得满分，${worst}以上得 0 分`,
    onlyChannels: (names: string) => `渠道：${names}`,
    onlyScenarios: (names: string) => `情景：${names}`,
    unmeasured: '这一版方法里还没有计量它的办法。',
    ask: '可以直接问对方',
    listComma: '、',
    previous: '上一个维度',
    next: '下一个维度',
  },
  {
    title: 'Frameworks',
    lead: (dimensions, criteria, facets) =>
      `Everything that is measured stands here: ${counted(dimensions, 'dimension')}, ${counted(criteria, 'criterion', 'criteria')}, ${counted(facets, 'point')} that can be checked.`,
    description: 'All themes, dimensions, criteria and points of the frameworks, and how each is measured.',
    counts: (dimensions, criteria, facets) =>
      `${counted(dimensions, 'dimension')} · ${counted(criteria, 'criterion', 'criteria')} · ${counted(facets, 'point')}`,
    weight: (percent) => `${percent} of the overall score`,
    needed: (needed, of) => `a rank needs evidence in ${needed} of ${counted(of, 'dimension')}`,
    source: 'Source',
    themes: 'Themes',
    weightIn: (percent) => `weight ${percent}`,
    criteria: (count) => counted(count, 'criterion', 'criteria'),
    leader: 'Highest now',
    spread: (low, high, median) => `scores of those ranked: ${low} to ${high}, median ${median}`,
    overlaps: 'Dimensions that lie close',
    overlapsLead: 'Some pairs of dimensions lie close together. They are kept, and this is how they differ.',
    overlapWith: (name) => `How it differs from “${name}”`,
    leaders: 'Who leads',
    leadersLead:
      'By score in this dimension. The bars are intervals: a small difference between long bars says nothing about who is ahead.',
    noLeaders: 'Nobody has a score in this dimension yet.',
    market: 'The whole market',
    weightInFramework: (percent, framework) => `${percent} of ${framework}`,
    weightInDimension: (percent) => `${percent} of this dimension`,
    meaning: 'What it means to a client',
    evidence: 'What counts as evidence',
    facets: 'Points looked at',
    shownBy: (met, of) => `met by ${met} of ${of}`,
    measured: 'How it is measured',
    checklist: 'Checklist: each point is met or not, and discounted by how far its evidence can be believed.',
    levels: 'Levels: scored by the level that fits.',
    levelPoints: (points) => counted(points, 'point'),
    numberRule: (worst, best, unit) => `Number: ${worst}${unit} earns 0 points, ${best}${unit} earns 100.`,
    errorRule: (ratio) =>
      ratio
        ? ' It may come with a standard error, or as numerator and denominator.'
        : ' It may come with a standard error.',
    comparedRule: {
      zscore: (more, unit) =>
        `Number${unit}, ${more ? 'more' : 'less'} is better: points by how many standard deviations it lies from the mean of the market.`,
      minmax: (more, unit) =>
        `Number${unit}, ${more ? 'more' : 'less'} is better: the worst of the market earns 0 points, the best 100.`,
      percentile: (more, unit) =>
        `Number${unit}, ${more ? 'more' : 'less'} is better: points by the share of the market that it is ahead of.`,
    },
    questionRule: 'Client reviews',
    observedRule: 'Timed contacts',
    ratingRule: (low, high) => `${low} to ${high}`,
    shareRule: 'yes or no',
    durationRule: 'time taken',
    goalposts: (best, worst) => `full marks within ${best}, none beyond ${worst}`,
    onlyChannels: (names) => `channels: ${names}`,
    onlyScenarios: (names) => `situations: ${names}`,
    unmeasured: 'This version of the method does not measure it yet.',
    ask: 'Ask them directly',
    listComma: ', ',
    previous: 'Previous dimension',
    next: 'Next dimension',
  },
);
