/** `npm run dev`: Astro's development server on a workspace. Search needs a build. */
import { DEV_LANGUAGE } from '../src/build/integration.ts';
import { runCommand } from '../src/command/arguments.ts';
import { workspaceFolder } from '../src/pipeline.ts';

await runCommand(
  {
    name: 'dev',
    help: {
      zh: '开发服务器：改动页面即时可见（搜索需先 build）。\n  --workspace DIR  工作区\n  --port N         端口（默认 4321）',
      en: 'Development server: changes to pages show at once (search needs a build).\n  --workspace DIR  the workspace\n  --port N         port (default 4321)',
    },
    options: { port: { type: 'string', default: '4321' } },
  },
  async (values, _words, language) => {
    process.env['HENGPING_WORKSPACE'] = workspaceFolder();
    process.env[DEV_LANGUAGE] = language;
    const { dev } = await import('astro');
    await dev({ root: process.cwd(), server: { port: Number(values.port), host: '127.0.0.1' } });
  },
);
