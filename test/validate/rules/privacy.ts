/** Faults and lines of the rules in `src/validate/rules/privacy.ts`. */
import type { PRIVACY_RULES } from '../../../src/validate/rules/privacy.ts';
import { ALPHA, replaced, type Fixture } from './fixture.ts';

export const PRIVACY_FIXTURES = {
  'personal-mobile': {
    ...replaced(ALPHA, 'Sundays too', 'Call 139 1234 5678'),
    at: 'Call',
    en: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - found a mobile number (139*******678); expected public text without personal data. Fix: take it out before the first commit (history cannot forget) and give a business contact instead. [personal-mobile]',
    zh: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - 发现手机号（139*******678）；应为不含个人信息的公开内容。修改：请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式。 [personal-mobile]',
  },
  'personal-id-number': {
    ...replaced(ALPHA, 'Sundays too', 'ID 11010519491231002X'),
    at: 'ID',
    en: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - found an identity number (110************02X); expected public text without personal data. Fix: take it out before the first commit (history cannot forget) and give a business contact instead. [personal-id-number]',
    zh: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - 发现身份证号（110************02X）；应为不含个人信息的公开内容。修改：请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式。 [personal-id-number]',
  },
  'personal-bank-card': {
    ...replaced(ALPHA, 'Sundays too', 'Card 4000 0000 0000 0002'),
    at: 'Card',
    en: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - found a bank card number (400*************002); expected public text without personal data. Fix: take it out before the first commit (history cannot forget) and give a business contact instead. [personal-bank-card]',
    zh: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - 发现银行卡号（400*************002）；应为不含个人信息的公开内容。修改：请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式。 [personal-bank-card]',
  },
  'personal-email': {
    ...replaced(ALPHA, 'desk@alpha.example', 'alpha123@qq.com'),
    at: 'alpha123@qq.com',
    en: 'data/vendors/alpha.yaml:6:41 contacts.mail - found a private e-mail address (al****@qq.com); expected public text without personal data. Fix: take it out before the first commit (history cannot forget) and give a business contact instead. [personal-email]',
    zh: 'data/vendors/alpha.yaml:6:41 contacts.mail - 发现个人邮箱（al****@qq.com）；应为不含个人信息的公开内容。修改：请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式。 [personal-email]',
  },
  'personal-wechat': {
    ...replaced(ALPHA, 'Sundays too', '加微信：alpha_88'),
    at: '加微信',
    en: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - found a WeChat id (微信:*****_88); expected public text without personal data. Fix: take it out before the first commit (history cannot forget) and give a business contact instead. [personal-wechat]',
    zh: 'data/vendors/alpha.yaml:29:66 replies.1.text.en - 发现个人微信号（微信:*****_88）；应为不含个人信息的公开内容。修改：请在提交之前删掉（提交过的内容无法从历史中抹去），改用对外的业务联系方式。 [personal-wechat]',
  },
} satisfies Record<keyof typeof PRIVACY_RULES, Fixture>;
