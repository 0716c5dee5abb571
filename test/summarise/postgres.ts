/** A PostgreSQL server of its own for a test, reached by a socket in a temporary folder. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const INSTALLED = '/usr/lib/postgresql';

/** Folder of the server's programs; undefined where none is installed (Debian: `apt-get install postgresql`). */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(INSTALLED) ? readdirSync(INSTALLED).sort((a, b) => Number(b) - Number(a)) : [];
  return versions.map((version) => join(INSTALLED, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')));
}

export interface Postgres {
  /** Runs statements from a text and gives what they print, as CSV without headers. @throws Error with the server's message. */
  run(sql: string): string;
  stop(): void;
}

/** Starts a server with the programs in `bin`. As root it runs as the user `postgres`, since the server refuses root. */
export function startPostgres(bin: string): Postgres {
  const folder = mkdtempSync(join(tmpdir(), 'hp-postgres-'));
  const root = process.getuid?.() === 0;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  const user = root ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (root) chownSync(folder, idOf('-u'), idOf('-g'));
  const options = {
    ...user,
    cwd: folder,
    encoding: 'utf8' as const,
    stdio: ['ignore', 'pipe', 'pipe'] as ('ignore' | 'pipe')[],
  };
  const data = join(folder, 'data');
  execFileSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'],
    options,
  );
  const settings = `-k ${folder} -c listen_addresses= -c fsync=off -c shared_buffers=64MB`;
  execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-w', '-l', join(folder, 'log'), '-o', settings, 'start'], {
    ...options,
    stdio: 'ignore',
  });
  return {
    run(sql) {
      const file = join(folder, 'run.sql');
      writeFileSync(file, sql, { mode: 0o644 });
      const args = [
        '-X',
        '-q',
        '--csv',
        '-t',
        '-v',
        'ON_ERROR_STOP=1',
        '-h',
        folder,
        '-U',
        'postgres',
        '-f',
        file,
        'postgres',
      ];
      const { status, stdout, stderr } = spawnSync(join(bin, 'psql'), args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
      if (status !== 0) throw new Error(stderr);
      return stdout;
    },
    stop() {
      execFileSync(join(bin, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], { ...options, stdio: 'ignore' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
