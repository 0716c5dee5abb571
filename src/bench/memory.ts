/** Peak memory of a process and all that it starts, read from /proc while it runs (Linux only). */
import { readFileSync, readdirSync } from 'node:fs';

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
