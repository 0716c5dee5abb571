/** Faults and lines of the rules in `src/validate/rules/released-vendors.ts`. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { RELEASED_VENDORS_RULES } from '../../../src/validate/rules/released-vendors.ts';
import { type Fixture } from './fixture.ts';
import { released, rewrite } from './fixture-on-disk.ts';

export const RELEASED_VENDORS_FIXTURES = {
  'vendor-gone': {
    ...released((folder) => rmSync(join(folder, 'data/vendors/elm.yaml'))),
    en: 'data/vendors/elm.yaml:1:1 - found no such vendor, though release second has it; expected every vendor of a release: its addresses stay. Fix: put the file back (with status: withdrawn if it has left); if it was renamed, write the former and the new name into data/renamed.yaml. [vendor-gone]',
    zh: 'data/vendors/elm.yaml:1:1 - 发现没有这家服务商，而发布 second 中有它；应为保留发布中的每一家，其网址一直有效。修改：恢复该文件（已退出的写 status: withdrawn）；如果改了文件名，把原名和新名写进 data/renamed.yaml。 [vendor-gone]',
  },
  'vendor-replaced': {
    ...released((folder) => rewrite(folder, 'data/vendors/elm.yaml', 'Elm', 'Elder')),
    en: 'data/vendors/elm.yaml:2:21 name.en - found Elder; expected Elm, as in release second: a file name is never given to another vendor. Fix: put it back; for another name of the same vendor keep the former one among aliases; another vendor needs a file name of its own. [vendor-replaced]',
    zh: 'data/vendors/elm.yaml:2:21 name.en - 发现 Elder；应为发布 second 中的 Elm；文件名不给别家用。修改：改回去；同一家改了名称，就把原名留在 aliases 里；另一家请另起文件名。 [vendor-replaced]',
  },
} satisfies Record<keyof typeof RELEASED_VENDORS_RULES, Fixture>;
