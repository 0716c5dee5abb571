/** Labels of "How honest are these intervals?" on the methodology page. */
import { both } from '../both.ts';
import { counted } from '../plural.ts';

export const holdOutLabels = both(
  {
    title: '区间有多诚实？',
    done: (claimed: string, repeats: string) =>
      `“${claimed} 的区间”是一个可以检验的承诺。这里把评价和计时观察随机分成两半，一共 ${repeats} 次：一半照常计分，没有用过的另一半用来看区间里有没有真实水平。另一半自己的偶然误差已经扣掉。`,
    held: (vendors: string, claimed: string, coverage: string, low: string, high: string) =>
      `${vendors} 家服务商，声称 ${claimed} 的区间有 ${coverage} 包含真实水平。以这么多家的数据，这个数本身只能确定到 ${low} 至 ${high} 之间。`,
    verdicts: {
      kept: '与承诺的无从区分。',
      narrow: '比承诺的少：区间偏窄，实际的把握比看上去的小。',
      wide: '比承诺的多：区间偏宽，实际的把握比看上去的大。',
    },
    nothing: '没有两家以上的服务商在两半都有评价或观察，所以无从检验。',
    pairs: (sure: string, reversed: string, expected: string) =>
      `一半数据判为“确定领先”的比较，${sure} 次里被另一半推翻 ${reversed} 次；照所声称的误差，应当约有 ${expected} 次；少于此数，说明先后比声称的更可靠，多于此数则相反。`,
    time: (vendors: string, coverage: string, low: string, high: string) =>
      `再按时间分：只用中间那天之前的数据计分，看之后的数据。${vendors} 家，有 ${coverage} 的区间包含真实水平（${low} 至 ${high}）。所有服务商共同的移动已经扣掉，因为区间说的是一家在计分当天的水平。`,
    shortInTime:
      '远少于承诺：在这份数据上，按某一天算出的区间很少能说中以后的水平。请只把它看作当天的水平，不要当作对今后的预测。',
    byQuestion: '逐题结果',
    measure: '题目',
    vendors: '家数',
    random: '随机分半',
    inTime: '按时间分半',
    moved: '共同移动',
    points: (difference: string) => `${difference} 分`,
    range: (coverage: string, low: string, high: string) => `${coverage}（${low}–${high}）`,
    untested:
      '检验不到的：服务商自己的材料是否属实，评价者是否有代表性，同一天的评价有没有共同的原因。随机分半看不出服务商变得多快，按时间分半才看得出。',
    stale: (date: string, version: string) =>
      `这是按截至${date}的数据和方法 ${version} 计算的；此后数据或方法有变，还没有重新计算。`,
    none: '这份数据还没有检验过。在工作区里用这个命令检验：',
    comma: '、',
    again: '任何人都可以重新计算：',
  },
  {
    title: 'How honest are these intervals?',
    done: (claimed, repeats) =>
      `“A ${claimed} interval” is a promise that can be tested. Reviews and timed contacts were split into two halves at random, ${counted(repeats, 'time')}: one half was scored as usual, and the other, which the scores had not seen, showed whether the intervals held the true level. The chance errors of that other half are taken off.`,
    held: (vendors, claimed, coverage, low, high) =>
      `Of ${counted(vendors, 'vendor')}, intervals that claim ${claimed} held ${coverage} of the time. With so many vendors that figure is itself only certain to lie between ${low} and ${high}.`,
    verdicts: {
      kept: 'That cannot be told apart from the promise.',
      narrow: 'That is less than promised: the intervals are too narrow, and the results less certain than they look.',
      wide: 'That is more than promised: the intervals are wider than they need be.',
    },
    nothing: 'Fewer than two vendors have reviews or contacts in both halves, so nothing can be tested.',
    pairs: (sure, reversed, expected) =>
      `Of ${counted(sure, 'comparison')} in which one half put a vendor surely ahead, the other half reversed ${reversed}; by the errors as stated it should have been about ${expected}. Fewer means that the order is safer than claimed, more that it is less so.`,
    time: (vendors, coverage, low, high) =>
      `Split in time instead, scored by what was known on the middle day and tested by what came later: of ${counted(vendors, 'vendor')}, the intervals held ${coverage} of the time (${low} to ${high}). What all vendors moved by in common is taken off, since an interval is of a vendor as of the day of scoring.`,
    shortInTime:
      'That is far less than promised: on these data, intervals as of one day seldom hold what vendors do afterwards. Read them as of that day alone, and not as a forecast.',
    byQuestion: 'By question',
    measure: 'Question',
    vendors: 'Vendors',
    random: 'Random halves',
    inTime: 'Halves in time',
    moved: 'Common shift',
    points: (difference) => counted(difference, 'point'),
    range: (coverage, low, high) => `${coverage} (${low}–${high})`,
    untested:
      'What cannot be tested: whether vendors’ own papers are true, whether reviewers are typical, and what reviews of one day have in common. Random halves do not show how fast vendors change; halves in time do.',
    stale: (date, version) =>
      `This was computed from the data as of ${date} by method ${version}; data or method have changed since, and it was not computed again.`,
    none: 'Not computed for these data yet. In the workspace, this command computes it:',
    comma: ', ',
    again: 'Anyone can compute it again:',
  },
);
