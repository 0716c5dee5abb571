/** How the bench measures and how it says what it found. */
import { readdirSync, readFileSync } from 'node:fs';

/** One line of the bench. */
export interface Finding {
  what: string;
  /** What was measured, ready to read, such as `1.31 x`. */
  measured: string;
  budget: string;
  /** Whether the budget holds; undefined for a figure without one. */
  holds?: boolean;
  /** Raw figures behind it. */
  detail: Readonly<Record<string, number>>;
}

/** Milliseconds that each of `runs` calls takes, after one call that does not count. */
export async function times(runs: number, body: () => unknown): Promise<number[]> {
  await body();
  const found: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await body();
    found.push(performance.now() - start);
  }
  return found;
}

/** Middle value; the mean of the two middle ones for an even count. @throws RangeError for no values. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('median of nothing');
  const sorted = values.toSorted((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/**
 * The ratio of two bodies run in turn, A B A B ..., so that a machine whose speed drifts slows both: the median of the
 * ratios pair by pair, with the medians of both in milliseconds.
 */
export async function ratio(
  runs: number,
  a: () => unknown,
  b: () => unknown,
): Promise<{ ratio: number; a: number; b: number }> {
  const as: number[] = [];
  const bs: number[] = [];
  for (let i = 0; i < runs; i++) {
    as.push(...(await once(a)));
    bs.push(...(await once(b)));
  }
  return { ratio: median(as.map((x, i) => x / bs[i])), a: median(as), b: median(bs) };
}

async function once(body: () => unknown): Promise<[number]> {
  const start = performance.now();
  await body();
  return [performance.now() - start];
}

/** A table of findings for a terminal. */
export function findingsTable(findings: readonly Finding[]): string {
  const rows = findings.map((f) => [f.holds === undefined ? ' ' : f.holds ? '✓' : '✗', f.what, f.measured, f.budget]);
  const heads = ['', 'what', 'measured', 'budget'];
  const widths = heads.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i].length)));
  return (
    [heads, ...rows]
      .map((r) =>
        r
          .map((cell, i) => cell.padEnd(widths[i]))
          .join('  ')
          .trimEnd(),
      )
      .join('\n') + '\n'
  );
}

/** Starts watching this process and its children; the returned function stops and gives the peak in MiB, 0 where unknown. */
export function watchMemory(everyMilliseconds = 100): () => number {
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(process.pid));
  }, everyMilliseconds);
  return () => {
    clearInterval(timer);
    return peak / 1024;
  };
}

/** Resident memory in KiB of the children of `root`, theirs included; `root` itself, the bench, is left out. */
function treeMemory(root: number): number {
  let processes: { pid: number; parent: number; resident: number }[];
  try {
    processes = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => {
        try {
          const status = readFileSync(`/proc/${name}/status`, 'utf8');
          const field = (key: string): number => Number(new RegExp(`^${key}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
          return [{ pid: Number(name), parent: field('PPid'), resident: field('VmRSS') }];
        } catch {
          // The process ended between the listing and the reading.
          return [];
        }
      });
  } catch {
    return 0;
  }
  const inTree = new Set([root]);
  let sum = 0;
  for (let grew = true; grew;) {
    grew = false;
    for (const p of processes) {
      if (inTree.has(p.pid) || !inTree.has(p.parent)) continue;
      inTree.add(p.pid);
      sum += p.resident;
      grew = true;
    }
  }
  return sum;
}
