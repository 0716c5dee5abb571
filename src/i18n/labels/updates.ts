/** Words of the feed of updates. */
import { both } from '../both.ts';

export const updateLabels = both(
  {
    title: (site: string) => `${site}：更新`,
    sample: '以下内容均为虚构，仅供演示。',
    entered: (vendor: string) => `新收录：${vendor}`,
    left: (vendor: string) => `退出名录：${vendor}`,
    method: (version: string) => `评价方法 ${version} 发布`,
    opened: {
      dispute: (vendor: string) => `争议立案：${vendor}`,
      correction: (vendor: string) => `更正申请：${vendor}`,
    },
    closed: {
      dispute: (vendor: string) => `争议结案：${vendor}`,
      correction: (vendor: string) => `更正办结：${vendor}`,
    },
    states: { open: '处理中', upheld: '成立', 'partly-upheld': '部分成立', rejected: '不成立', withdrawn: '已撤回' },
    outcome: (state: string) => `结果：${state}。`,
  },
  {
    title: (site) => `${site}: updates`,
    sample: 'Everything below is fictional and here for demonstration only.',
    entered: (vendor) => `New in the directory: ${vendor}`,
    left: (vendor) => `Left the directory: ${vendor}`,
    method: (version) => `Method version ${version} published`,
    opened: {
      dispute: (vendor) => `Dispute opened: ${vendor}`,
      correction: (vendor) => `Correction requested: ${vendor}`,
    },
    closed: {
      dispute: (vendor) => `Dispute closed: ${vendor}`,
      correction: (vendor) => `Correction closed: ${vendor}`,
    },
    states: {
      open: 'open',
      upheld: 'upheld',
      'partly-upheld': 'partly upheld',
      rejected: 'rejected',
      withdrawn: 'withdrawn',
    },
    outcome: (state) => `Outcome: ${state}.`,
  },
);
