/** `npx node scripts/schemas.ts`: writes the JSON Schemas beside a workspace, by which editors check and complete YAML. */
import { runCommand } from '../src/command/arguments.ts';
import { schemasDiffering, writeSchemas } from '../src/command/checkers.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'schemas',
    call: 'npx node scripts/schemas.ts',
    help: {
      zh: '在工作区写出 schemas/：YAML 文件的 JSON Schema，供编辑器检查和补全。每个 YAML 文件首行用相对路径指向它。\n  --check          不写文件；列出缺少、多余或与程序不符的，并以 1 退出\n  --workspace DIR  工作区（默认为当前目录，或环境变量 HENGPING_WORKSPACE）\n  --lang zh|en     提示语言',
      en: 'Writes schemas/ into the workspace: JSON Schemas of its YAML files, for editors to check and complete by. The first line of each YAML file leads to its own by a relative path.\n  --check          write nothing; list those that are missing, superfluous or other than generated, and exit 1\n  --workspace DIR  the workspace (default: this folder, or HENGPING_WORKSPACE)\n  --lang zh|en     language of messages',
    },
    options: { check: { type: 'boolean', default: false } },
  },
  async (values, _words, language) => {
    if (!values.check) {
      const count = writeSchemas(workspaceFolder());
      process.stdout.write(language === 'zh' ? `写入 ${count} 个文件。\n` : `${count} files.\n`);
      return 0;
    }
    const differing = schemasDiffering(workspaceFolder());
    for (const path of differing) process.stdout.write(`${path}\n`);
    return differing.length > 0 ? 1 : 0;
  },
);
